"""What files may be: names of others, and no codes of ours."""

from enum import StrEnum


class MediaType(StrEnum):
    """The media types of files."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"
    TIFF = "image/tiff"
