// What higher slices may use of comments; events are in comments.events.ts.
export { addRemoteComment, type AddedComment, type RemoteComment } from './write/add-remote-comment.ts'
export { publishHeldComment } from './write/approve-comment.ts'
export { findComment, findCommentByUrl, type StoredComment } from './write/comments.sql.ts'
export { findMentions } from './write/mentions.ts'
export { removeComments } from './write/remove-comment.ts'
export { commentsChanged, commentsChangedChannel } from './read/thread-cache.ts'
