import 'media-chrome/media-control-bar'
import 'media-chrome/media-mute-button'
import 'media-chrome/media-play-button'
