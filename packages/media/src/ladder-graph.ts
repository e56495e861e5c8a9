import type { Size } from './resolutions.ts'
import type { StoryboardGeometry } from './storyboard.ts'

export interface GraphRung {
  /** Name of the pad that gives this rung's frames. */
  pad: string
  size: Size
  fps: number
}

export interface LadderGraphOptions {
  /** ffmpeg's specifier of the decoded stream, `0:v:0`. */
  source: string
  rungs: readonly GraphRung[]
  squarePixels: boolean
  /** Gives the sprites one after another; `storyboardArguments` lays them out. */
  storyboard?: { pad: string; geometry: StoryboardGeometry } | undefined
}

interface Node {
  from: string
  filters: string[]
  pads: string[]
}

/**
 * Filter graph that makes all rungs out of one decode. A cascade: every rung is scaled down from the next larger one,
 * which costs less than scaling each from the source. Rungs of one frame rate form a chain; a chain of a lower rate
 * drops frames before it scales, and starts from a larger chain only where its rate divides that one's exactly.
 */
export function buildLadderGraph({ source, rungs, squarePixels, storyboard }: LadderGraphOptions): string {
  const sourceNode: Node = { from: source, filters: [], pads: [] }
  const nodes: { node: Node; fps: number }[] = []
  const descending = rungs.toSorted(
    (a, b) => b.fps - a.fps || b.size.width * b.size.height - a.size.width * a.size.height,
  )

  for (const { pad, size, fps } of descending) {
    const larger = nodes.findLast(({ fps: rate }) => rate % fps === 0)
    const parent = larger?.node ?? sourceNode
    const from = `to_${pad}`
    parent.pads.push(from)
    const filters = [
      ...(larger?.fps === fps ? [] : [`fps=fps=${fps}`]),
      `scale=w=${size.width}:h=${size.height}`,
      ...(larger ? [] : ['format=pix_fmts=yuv420p']),
      ...(squarePixels ? ['setsar=sar=1'] : []),
    ]
    nodes.push({ node: { from, filters, pads: [pad] }, fps })
  }
  const all = nodes.map(({ node }) => node)
  if (storyboard) {
    const from = `to_${storyboard.pad}`
    ;(all.at(-1) ?? sourceNode).pads.push(from)
    all.push({ from, filters: spriteFilters(storyboard.geometry), pads: [storyboard.pad] })
  }
  return [sourceNode, ...all].flatMap((node) => writeNode(node)).join(';')
}

/** One sprite at 0 and one every `spriteDuration` seconds (spec 05 §19). */
export function spriteFilters({ spriteWidth, spriteHeight, spriteDuration }: StoryboardGeometry): string[] {
  return [`fps=fps=1/${spriteDuration}:round=up`, `scale=w=${spriteWidth}:h=${spriteHeight}`]
}

function writeNode({ from, filters, pads }: Node): string {
  const chain = [...filters, ...(pads.length > 1 ? [`split=outputs=${pads.length}`] : [])]
  return `[${from}]${chain.join(',') || 'null'}${pads.map((pad) => `[${pad}]`).join('')}`
}
