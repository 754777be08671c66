# attack: raises an exception whose name and text hold NULs, escapes, markup and lone surrogates
# expect: error
def double(x):
    raise type("a\x00b\x1b[2J<script>alert(1)</script>", (ValueError,), {})("\x00\ud800\u202e=cmd|' /C calc'!A0 ::error::x ]]> </script>")
