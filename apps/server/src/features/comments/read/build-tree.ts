import type { CommentSight } from './comment-sight.sql.ts'
import type { CountedCommentRow, ThreadCommentRow } from './threads.sql.ts'

export interface CommentTree {
  comment: CountedCommentRow
  children: CommentTree[]
}

/** Deeper answers hang beside the one they answer: nothing that reads a tree must fail on a deep one. */
const maxDepth = 100

/**
 * The tree of a thread out of its comments, oldest first (spec 04 §8.2). What is hidden disappears with all that
 * answers it; undefined when the first comment is hidden.
 */
export function buildTree(rows: readonly ThreadCommentRow[], sight: CommentSight): CommentTree | undefined {
  const root = rows.find((row) => row.inReplyToCommentId === null)
  if (!root) return undefined
  const answers = Map.groupBy(rows, (row) => row.inReplyToCommentId)
  const counts = (row: ThreadCommentRow) => row.deletedAt === null && !row.muted
  const count = (comments: readonly ThreadCommentRow[]) => ({
    totalReplies: comments.filter(counts).length,
    totalRepliesFromVideoAuthor: comments.filter((row) => counts(row) && row.account?.id === sight.ownerAccountId)
      .length,
  })
  const isSeen = (row: ThreadCommentRow) =>
    !row.muted && (!row.heldForReview || sight.seesHeld || isOwn(row, sight.viewerAccountId))
  if (!isSeen(root)) return undefined

  const repliesOf = (row: ThreadCommentRow) => (row === root ? rows.filter((reply) => reply !== root) : answersTo(row))
  const answersTo = (row: ThreadCommentRow) => answers.get(row.id) ?? []
  const plant = (row: ThreadCommentRow): CommentTree => ({
    comment: { ...row, ...count(repliesOf(row)) },
    children: [],
  })

  const tree = plant(root)
  // No recursion: a thread may be deeper than the stack.
  const open = [{ row: root, children: tree.children, depth: 0 }]
  for (let node = open.pop(); node; node = open.pop()) {
    for (const reply of answersTo(node.row).filter(isSeen)) {
      const planted = plant(reply)
      node.children.push(planted)
      const isDeepest = node.depth + 1 >= maxDepth
      open.push({
        row: reply,
        children: isDeepest ? node.children : planted.children,
        depth: node.depth + (isDeepest ? 0 : 1),
      })
    }
  }
  return tree
}

function isOwn(row: ThreadCommentRow, accountId: number | null): boolean {
  return row.account !== null && row.account.id === accountId
}
