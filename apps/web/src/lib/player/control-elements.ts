// The elements of media-chrome that the player uses first; the others are in slider-elements.ts.
import 'media-chrome/media-controller'
import 'media-chrome/media-control-bar'
import 'media-chrome/media-fullscreen-button'
import 'media-chrome/media-loading-indicator'
import 'media-chrome/media-mute-button'
import 'media-chrome/media-pip-button'
import 'media-chrome/media-play-button'
