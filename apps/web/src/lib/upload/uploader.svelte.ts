import type { Draft } from '../edit/draft.ts'
import { credentials } from '../session/credentials.ts'
import { ResumableUpload, UploadRefused, type UploadedVideo, type UploadProgress } from './resumable-upload.ts'
import { uploadSession } from './upload-session.ts'

/** The upload of this tab; it lives on while one looks at other pages. */
class Uploader {
  file = $state.raw<File>()
  progress = $state.raw<UploadProgress>()
  video = $state.raw<UploadedVideo>()
  refusal = $state.raw<UploadRefused>()
  #upload: ResumableUpload | undefined
  #draft: Draft | undefined
  #lastSaved = 0

  get active(): boolean {
    return this.file !== undefined && this.video === undefined && this.refusal === undefined
  }

  /** `attributes`: what the video is created with; `draft` is kept beside, to survive a reload. */
  start(
    file: File,
    options: { attributes: Record<string, unknown>; draft: Draft; url?: string; maxChunkSize?: number },
  ) {
    this.reset()
    this.file = file
    const { attributes, draft, url, maxChunkSize } = options
    this.#draft = draft
    const session = { filename: file.name, size: file.size, lastModified: file.lastModified, type: file.type }
    if (url) uploadSession.save({ ...session, url, sent: 0, draft })
    this.#upload = new ResumableUpload({
      file,
      attributes,
      ...(url ? { url } : {}),
      ...(maxChunkSize ? { maxChunkSize } : {}),
      token: () => credentials.accessToken,
      refresh: (expired) => credentials.refresh(expired),
      onUrl: (url) => uploadSession.save({ ...session, url, sent: 0, draft: this.#draft }),
      onProgress: (progress) => {
        this.progress = progress
        if (progress.sent - this.#lastSaved > 4_000_000 || progress.state !== 'sending') this.#remember(progress.sent)
      },
    })
    void this.#run(this.#upload)
  }

  /** What was typed survives a reload as well, also what came before the server gave the upload an address. */
  keepDraft(draft: Draft): void {
    this.#draft = draft
    const session = uploadSession.load()
    if (session && this.active) uploadSession.save({ ...session, draft })
  }

  pause = (): void => this.#upload?.pause()
  resume = (): void => this.#upload?.resume()

  async cancel(): Promise<void> {
    const upload = this.#upload
    this.reset()
    uploadSession.clear()
    await upload?.cancel()
  }

  reset(): void {
    this.#upload = undefined
    this.file = undefined
    this.progress = undefined
    this.video = undefined
    this.refusal = undefined
    this.#lastSaved = 0
  }

  #remember(sent: number): void {
    this.#lastSaved = sent
    const session = uploadSession.load()
    if (session) uploadSession.save({ ...session, sent })
  }

  async #run(upload: ResumableUpload): Promise<void> {
    try {
      const video = await upload.run()
      if (this.#upload !== upload) return
      if (video) {
        this.video = video
        uploadSession.clear()
      }
    } catch (problem) {
      if (this.#upload !== upload) return
      const refusal = problem instanceof UploadRefused ? problem : new UploadRefused(0, '')
      // A session that is over, or no connection: the bytes that arrived are still good.
      if (refusal.status !== 401 && refusal.status !== 0) uploadSession.clear()
      this.refusal = refusal
    }
  }
}

export const uploader = new Uploader()
