// What higher slices may use of word lists and automatic tags.
export { findCommentTags, tagVideo, wantsReview } from './tags/automatic-tags.ts'
export { replaceCommentTags } from './tags/automatic-tags.sql.ts'
export { findPolicy, savePolicy } from './tags/automatic-tags.ts'
export { TagPolicy } from './tags/automatic-tags.sql.ts'
export { addWordList } from './lists/edit-word-lists.ts'
export { findWordLists } from './lists/word-lists.sql.ts'
