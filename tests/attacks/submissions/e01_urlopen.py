# attack: fetches a page
# expect: error|timeout
# modes: docker shared
import urllib.request


def double(x):
    urllib.request.urlopen('http://192.0.2.1/', timeout=30)
