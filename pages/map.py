"""Being written."""


def parameters(release):
    return ()


def show(release, view):
    pass
