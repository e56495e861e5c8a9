import 'media-chrome/media-preview-chapter-display'
import 'media-chrome/media-preview-thumbnail'
import 'media-chrome/media-preview-time-display'
import 'media-chrome/media-time-range'
