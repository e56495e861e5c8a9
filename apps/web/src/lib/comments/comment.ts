import type { Actor } from '#lib/api/types.ts'

/** A comment as the API answers it (spec 04 §8.1). */
export interface Comment {
  id: number
  /** Raw Markdown; HTML where it comes from elsewhere. */
  text: string
  threadId: number
  inReplyToCommentId: number | null
  createdAt: string
  isDeleted: boolean
  heldForReview: boolean
  totalRepliesFromVideoAuthor: number
  totalReplies: number
  account: Actor | null
  /** Trusted HTML, where the server rendered the page. */
  html?: string
}

export interface CommentTree {
  comment: Comment
  children: CommentTree[]
}

export interface Threads {
  /** Threads; deleted ones are among them. */
  total: number
  /** With answers, without deleted ones. */
  totalNotDeletedComments: number
  data: Comment[]
}

export type CommentSort = '-createdAt' | '-totalReplies'

/** Threads that are asked for at once. */
export const perPage = 20
/** Characters. */
export const longestComment = 10_000
