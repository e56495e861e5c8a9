import { z } from 'zod'
import { define, type Infer, type Thunk } from '../operation.ts'
import { Account } from './actors.ts'
import { date } from './common.ts'
import { VideoInfo } from './videos.ts'

export const VideoComment = define(() =>
  z.strictObject({
    id: z.int().optional(),
    url: z.string().optional(),
    text: z.string().optional(),
    threadId: z.int().optional(),
    inReplyToCommentId: z.int().nullable().optional(),
    videoId: z.int().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    deletedAt: date().nullable().optional(),
    isDeleted: z.boolean().optional(),
    heldForReview: z.boolean().optional(),
    totalRepliesFromVideoAuthor: z.int().optional(),
    totalReplies: z.int().optional(),
    account: Account().optional(),
  }),
)
export type VideoComment = Infer<typeof VideoComment>

export const VideoCommentForOwnerOrAdmin = define(() =>
  z.strictObject({
    id: z.int().optional(),
    url: z.string().optional(),
    text: z.string().optional(),
    heldForReview: z.boolean().optional(),
    threadId: z.int().optional(),
    inReplyToCommentId: z.int().nullable().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    account: Account().optional(),
    video: VideoInfo().optional(),
    automaticTags: z.array(z.string()).optional(),
  }),
)
export type VideoCommentForOwnerOrAdmin = Infer<typeof VideoCommentForOwnerOrAdmin>

export const CommentThreadPostResponse = define(() =>
  z.strictObject({
    comment: VideoComment().optional(),
  }),
)
export type CommentThreadPostResponse = Infer<typeof CommentThreadPostResponse>

export interface VideoCommentThreadTree {
  comment: VideoComment
  children: VideoCommentThreadTree[]
}
export const VideoCommentThreadTree: Thunk<z.ZodType<VideoCommentThreadTree>> = define(() =>
  z.strictObject({ comment: VideoComment(), children: z.array(z.lazy(VideoCommentThreadTree)) }),
)

/** A page of threads; deleted comments count in `total` only (spec 04). */
export const commentThreads = define(() =>
  z.strictObject({ total: z.int(), totalNotDeletedComments: z.int(), data: z.array(VideoComment()) }),
)
