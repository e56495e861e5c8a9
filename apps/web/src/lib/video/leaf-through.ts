import { listVideoStoryboards } from '@sepiola/api-client/endpoints/video/list-video-storyboards.ts'
import { call } from '../api/call.ts'
import type { ListedVideo, Storyboard } from '../api/types.ts'
import { sheetUrl, spriteCount, spritePlace } from '../player/sprites.ts'

type Leafed = Pick<ListedVideo, 'uuid' | 'duration'>

/** ms that a picture is shown. */
const pace = 700
/** Pictures of a video, however long it is. */
const most = 14

const known = new Map<string, Promise<Storyboard | undefined>>()

/** Leafs through a video over its thumbnail until told to stop; shows nothing where there is no storyboard. */
export async function leafThrough(frame: HTMLElement, video: Leafed, signal: AbortSignal): Promise<void> {
  const board = await findStoryboard(video.uuid)
  if (!board || signal.aborted) return
  const sheet = new Image()
  sheet.src = sheetUrl(board)
  const seen = await sheet.decode().then(
    () => true,
    () => false,
  )
  if (!seen || signal.aborted || !frame.isConnected) return
  show(frame, board, video.duration, signal)
}

function findStoryboard(id: string): Promise<Storyboard | undefined> {
  let asked = known.get(id)
  if (!asked) {
    asked = call(listVideoStoryboards, { params: { id } }).then(
      ({ storyboards }) => storyboards[0] as Storyboard | undefined,
      () => undefined,
    )
    known.set(id, asked)
  }
  return asked
}

function show(frame: HTMLElement, board: Storyboard, duration: number, signal: AbortSignal): void {
  const { width, height } = frame.getBoundingClientRect()
  const scale = Math.min(width / board.spriteWidth, height / board.spriteHeight)
  const cover = document.createElement('span')
  const picture = document.createElement('span')
  cover.style.cssText =
    'position:absolute;inset:0;display:grid;place-content:center;background:#000;pointer-events:none'
  picture.style.cssText =
    `inline-size:${board.spriteWidth * scale}px;block-size:${board.spriteHeight * scale}px;` +
    `background:url("${sheetUrl(board)}") 0 0 / ${board.totalWidth * scale}px ${board.totalHeight * scale}px`
  cover.dataset['leafing'] = ''
  cover.append(picture)
  // Badges stay above.
  frame.querySelector('img')?.after(cover)

  const count = spriteCount(board, duration)
  const shown = Math.min(count, most)
  let turn = 0
  const leaf = () => {
    const { x, y } = spritePlace(board, Math.floor(((turn++ % shown) * count) / shown))
    picture.style.backgroundPosition = `${-x * scale}px ${-y * scale}px`
  }
  leaf()
  const timer = setInterval(leaf, pace)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    cover.remove()
  })
}
