"""A photo as a phone's camera writes it."""

from pathlib import Path

from PIL import Image

PLACE = "Harbour wall, 53.5461N"


def take_photo(path: Path) -> Path:
    """Twelve megapixels, lying on its side as cameras write them, with where and with what it was taken."""
    sky = Image.linear_gradient("L").resize((4000, 3000)).rotate(90, expand=False)
    grain = Image.effect_noise((4000, 3000), 40)
    picture = Image.merge("RGB", (sky, grain, sky.rotate(180)))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter
    exif[0x010F] = "Camera of Noor"
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825)[2] = (53.0, 32.0, 46.0)
    picture.save(path, "JPEG", exif=exif, quality=92)
    return path
