import { z } from 'zod'
import { define, type Infer, type Thunk } from '../operation.ts'
import { Account, VideoChannelSummary } from './actors.ts'
import { date } from './common.ts'

export const VideoComment = define(() =>
  z.strictObject({
    id: z.int(),
    url: z.string(),
    text: z.string(),
    threadId: z.int(),
    inReplyToCommentId: z.int().nullable(),
    videoId: z.int(),
    createdAt: date(),
    updatedAt: date(),
    deletedAt: date().nullable(),
    isDeleted: z.boolean(),
    heldForReview: z.boolean(),
    totalRepliesFromVideoAuthor: z.int(),
    totalReplies: z.int(),
    account: Account().nullable(),
  }),
)
export type VideoComment = Infer<typeof VideoComment>

export const VideoCommentForOwnerOrAdmin = define(() =>
  z.strictObject({
    id: z.int(),
    url: z.string(),
    text: z.string(),
    threadId: z.int(),
    inReplyToCommentId: z.int().nullable(),
    videoId: z.int(),
    createdAt: date(),
    updatedAt: date(),
    heldForReview: z.boolean(),
    automaticTags: z.array(z.string()),
    video: z.strictObject({
      id: z.int(),
      uuid: z.string(),
      shortUUID: z.string().optional(),
      name: z.string(),
      channel: VideoChannelSummary().optional(),
    }),
    account: Account().nullable(),
  }),
)
export type VideoCommentForOwnerOrAdmin = Infer<typeof VideoCommentForOwnerOrAdmin>

export const CommentThreadPostResponse = define(() =>
  z.strictObject({
    comment: VideoComment(),
  }),
)
export type CommentThreadPostResponse = Infer<typeof CommentThreadPostResponse>

export interface VideoCommentThreadTree {
  comment: VideoComment
  children: VideoCommentThreadTree[]
}
export const VideoCommentThreadTree: Thunk<z.ZodType<VideoCommentThreadTree, VideoCommentThreadTree>> = define(() =>
  z.strictObject({ comment: VideoComment(), children: z.array(z.lazy(VideoCommentThreadTree)) }),
)

/** A page of threads; `totalNotDeletedComments` counts replies too (spec 04 §8.2). */
export const commentThreads = define(() =>
  z.strictObject({ total: z.int(), totalNotDeletedComments: z.int(), data: z.array(VideoComment()) }),
)
