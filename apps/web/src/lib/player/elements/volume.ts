import 'media-chrome/media-volume-range'
