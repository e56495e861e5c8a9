import { rename } from 'node:fs/promises'
import { loadSharp } from './load-sharp.ts'

export type DefaultPicture = 'audio' | 'live'

const WIDTH = 1920
const HEIGHT = 1080

/**
 * Draws the picture that stands for a file without one, 1920x1080, as JPEG (spec 05 §18).
 * @param destination path of the file to write
 */
export async function drawDefaultPicture(kind: DefaultPicture, destination: string): Promise<void> {
  const temporary = `${destination}.part`
  const sharp = await loadSharp()
  await sharp(Buffer.from(toSvg(kind === 'audio' ? soundWave() : broadcast())))
    .jpeg({ quality: 85 })
    .toFile(temporary)
  await rename(temporary, destination)
}

function toSvg(foreground: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
  <defs><linearGradient id="sea" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="#10233a"/><stop offset="1" stop-color="#3b1f3f"/>
  </linearGradient></defs>
  <rect width="100%" height="100%" fill="url(#sea)"/>
  <g fill="#f2c9a1" stroke="#f2c9a1">${foreground}</g>
</svg>`
}

/** Bars that swell towards the middle. */
function soundWave(): string {
  const count = 33
  const step = 34
  return Array.from({ length: count }, (_, index) => {
    const distance = Math.abs(index - (count - 1) / 2) / (count / 2)
    const height = Math.round(40 + 420 * (1 - distance) * (0.55 + 0.45 * Math.abs(Math.sin(index * 1.7))))
    const x = Math.round(WIDTH / 2 + (index - (count - 1) / 2) * step - 8)
    return `<rect x="${x}" y="${(HEIGHT - height) / 2}" width="16" height="${height}" rx="8" stroke="none"/>`
  }).join('')
}

/** A point with waves on both sides. */
function broadcast(): string {
  const [x, y] = [WIDTH / 2, HEIGHT / 2]
  const arcs = [140, 230, 320].map((radius) => {
    const [dx, dy] = [Math.round(radius * 0.77), Math.round(radius * 0.64)]
    return [dx, -dx]
      .map(
        (side) =>
          `<path d="M${x + side} ${y - dy}A${radius} ${radius} 0 0 ${side > 0 ? 1 : 0} ${x + side} ${y + dy}"/>`,
      )
      .join('')
  })
  return `<circle cx="${x}" cy="${y}" r="60" stroke="none"/><g fill="none" stroke-width="26" stroke-linecap="round">${arcs.join('')}</g>`
}
