// What higher slices may use of comments; events are in comments.events.ts.
// Awaits federation.
export { addRemoteComment } from './write/add-remote-comment.ts'
export { commentsChangedChannel } from './read/thread-cache.ts'
