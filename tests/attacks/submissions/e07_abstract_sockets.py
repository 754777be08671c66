# attack: looks for sockets of the host's daemons
# expect: error
# modes: docker shared
import os, socket


def double(x):
    for name in ("\0/containerd-shim/moby.sock", "/var/run/docker.sock", "/run/containerd/containerd.sock", "\0docker"):
        with socket.socket(socket.AF_UNIX) as client:
            try:
                client.connect(name)
            except OSError:
                continue
            return x * 2
    raise OSError("nobody listens")
