// media-chrome's frame, with what its controls are made of.
import 'media-chrome/media-controller'
import 'media-chrome/media-chrome-button'
import 'media-chrome/media-chrome-range'
