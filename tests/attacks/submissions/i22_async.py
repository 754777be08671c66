# attack: is a coroutine function
# expect: error
async def double(x):
    return x * 2
