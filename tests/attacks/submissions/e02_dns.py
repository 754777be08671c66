# attack: looks names up
# expect: error|timeout
# modes: docker shared
import socket


def double(x):
    socket.getaddrinfo('example.org', 80)
