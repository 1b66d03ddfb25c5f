"""What went wrong in a connection, where the libraries between hide it in a chain of errors."""

import ssl


def is_of_tls(error: BaseException) -> bool:
    """Whether TLS was the trouble: above all a certificate that does not hold for the host."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
