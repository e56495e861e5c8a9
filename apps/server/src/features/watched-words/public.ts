// What higher slices may use of word lists and automatic tags.
export { findCommentTags, tagVideo, wantsReview } from './tags/automatic-tags.ts'
export { replaceCommentTags } from './tags/automatic-tags.sql.ts'
