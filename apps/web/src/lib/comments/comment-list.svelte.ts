import { deleteVideosByIdCommentsByCommentId } from '@sepiola/api-client/endpoints/video-comments/delete-videos-by-id-comments-by-comment-id.ts'
import { getVideosByIdCommentThreads } from '@sepiola/api-client/endpoints/video-comments/get-videos-by-id-comment-threads.ts'
import { getVideosByIdCommentThreadsByThreadId } from '@sepiola/api-client/endpoints/video-comments/get-videos-by-id-comment-threads-by-thread-id.ts'
import { postVideosByIdCommentThreads } from '@sepiola/api-client/endpoints/video-comments/post-videos-by-id-comment-threads.ts'
import { postVideosByIdCommentsByCommentId } from '@sepiola/api-client/endpoints/video-comments/post-videos-by-id-comments-by-comment-id.ts'
import { postVideosByIdCommentsByCommentIdApprove } from '@sepiola/api-client/endpoints/video-comments/post-videos-by-id-comments-by-comment-id-approve.ts'
import { call } from '#lib/api/call.ts'
import { passwordHeader } from '#lib/watch/password-header.ts'
import { perPage, type Comment, type CommentSort, type CommentTree, type Threads } from './comment.ts'

/** A thread as it is shown: its root, and its answers once they were asked for. */
export interface Thread {
  root: Comment
  answers?: CommentTree[]
}

/** The comments of one video: what was loaded, and what is done to it. Requests reject as `call` does. */
export class CommentList {
  threads = $state<Thread[]>([])
  total = $state(0)
  /** All that can be read, with answers. */
  count = $state(0)
  sort = $state<CommentSort>('-createdAt')
  loaded = $state(false)
  #asked = 0
  #next = 0
  readonly #video: string

  constructor(video: string) {
    this.#video = video
  }

  readonly more = $derived(this.#nextOf(this.loaded, this.threads.length))

  #nextOf(loaded: boolean, shown: number): boolean {
    return loaded && shown > 0 && this.#next < this.total
  }

  /** What came with the page. */
  take(page: Threads): void {
    this.#next = page.data.length
    this.total = page.total
    this.count = page.totalNotDeletedComments
    this.threads = page.data.map((root) => ({ root }))
    this.loaded = true
  }

  async reload(sort: CommentSort = this.sort): Promise<void> {
    this.sort = sort
    const turn = ++this.#asked
    const page = await this.#page(0)
    if (turn === this.#asked) this.take(page)
  }

  async loadMore(): Promise<void> {
    const turn = ++this.#asked
    const page = await this.#page(this.#next)
    if (turn !== this.#asked) return
    this.total = page.total
    this.#next += Math.max(page.data.length, 1)
    const known = new Set(this.threads.map(({ root }) => root.id))
    this.threads.push(...page.data.filter(({ id }) => !known.has(id)).map((root) => ({ root })))
  }

  async readThread(threadId: number): Promise<Thread> {
    const { comment, children } = (await call(getVideosByIdCommentThreadsByThreadId, {
      params: { id: this.#video, threadId },
      headers: passwordHeader(),
    })) as CommentTree
    return { root: comment, answers: children }
  }

  async openAnswers(thread: Thread): Promise<void> {
    const { root, answers } = await this.readThread(thread.root.id)
    thread.root = root
    thread.answers = answers ?? []
  }

  async write(text: string): Promise<Comment> {
    const { comment } = await call(postVideosByIdCommentThreads, {
      params: { id: this.#video },
      body: { text },
      headers: passwordHeader(),
    })
    this.threads.unshift({ root: comment as Comment, answers: [] })
    this.total++
    this.#next++
    this.count++
    return comment as Comment
  }

  async answer(thread: Thread, to: Comment, text: string): Promise<Comment> {
    const comment = await this.#sendAnswer(to.id, text)
    await this.openAnswers(thread)
    return comment
  }

  /**
   * Sends a comment anew, then deletes it: what was written is never lost. `failure`: why the old one is still there.
   */
  async redraft(thread: Thread, comment: Comment, text: string): Promise<{ comment: Comment; failure?: unknown }> {
    const parent = comment.inReplyToCommentId
    const fresh = parent === null ? await this.write(text) : await this.#sendAnswer(parent, text)
    let failure: unknown
    await this.remove(comment).catch((problem: unknown) => (failure = problem))
    if (parent !== null) await this.openAnswers(thread)
    return { comment: fresh, failure }
  }

  async #sendAnswer(commentId: number, text: string): Promise<Comment> {
    const { comment } = await call(postVideosByIdCommentsByCommentId, {
      params: { id: this.#video, commentId },
      body: { text },
      headers: passwordHeader(),
    })
    this.count++
    return comment as Comment
  }

  /** Answers stay, below what is left of it. */
  async remove(comment: Comment): Promise<void> {
    await call(deleteVideosByIdCommentsByCommentId, { params: { id: this.#video, commentId: comment.id } })
    Object.assign(comment, { isDeleted: true, text: '', html: '', account: null, heldForReview: false })
    this.count = Math.max(0, this.count - 1)
  }

  async approve(comment: Comment): Promise<void> {
    await call(postVideosByIdCommentsByCommentIdApprove, { params: { id: this.#video, commentId: comment.id } })
    comment.heldForReview = false
  }

  #page(start: number): Promise<Threads> {
    return call(getVideosByIdCommentThreads, {
      params: { id: this.#video },
      query: { start, count: perPage, sort: this.sort },
      headers: passwordHeader(),
    }) as Promise<Threads>
  }
}
