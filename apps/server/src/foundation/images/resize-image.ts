import { copyFile, rename, rm, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Metadata, Sharp } from 'sharp'
import { loadSharp } from './load-sharp.ts'

/** The picture cannot be read: the sender's fault. */
export class UndecodableImageError extends Error {
  override name = 'UndecodableImageError'
}

/** Formats that people may send; decoders of others stay closed to them. */
const FORMATS = ['jpeg', 'png', 'webp', 'gif'] as const
type Format = (typeof FORMATS)[number]

const FORMAT_OF_EXTENSION: Record<string, Format> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.gif': 'gif',
}

/** A small file can unfold to a huge picture; beyond this it is refused before it is decoded. */
const MAX_PIXELS = 100_000_000
const MAX_ANIMATION_FRAMES = 200

/** Pictures up to this size are what pages show first and most: a quarter of the bytes less is worth 40 ms of work. */
const PAGE_PIXELS = 850 * 480

export interface ImageSize {
  /** pixels as displayed */
  width: number
  height: number
}

export interface ResizeImageOptions {
  source: string
  /** Its extension decides the format: .jpg .jpeg .png .webp .gif */
  destination: string
  /** Absent: it keeps its own. Without a width it follows from the height. */
  size?: { width?: number; height: number } | undefined
  /** Shown whole on nothing, as a logo; nothing is cut off. */
  whole?: boolean
}

/**
 * Size of a picture after its EXIF rotation.
 * @throws UndecodableImageError
 */
export async function readImageSize(source: string): Promise<ImageSize> {
  return displayedSize(await readMetadata(source))
}

/**
 * Makes a picture of an exact size (spec 05 §12): cut to cover it; a landscape for an upright or square place, and the
 * reverse, is shown whole before its own darkened copy. A small picture that already fits is copied as it is.
 * @throws UndecodableImageError
 */
export async function resizeImage({ source, destination, size, whole = false }: ResizeImageOptions): Promise<void> {
  const metadata = await readMetadata(source)
  const actual = displayedSize(metadata)
  const target = size === undefined ? actual : targetSize(size, actual)
  refuseTooManyPixels(target)
  if (await canStay(source, destination, metadata, target)) {
    if (source !== destination) await copyFile(source, destination)
    return
  }
  const format = FORMAT_OF_EXTENSION[extname(destination).toLowerCase()]
  if (!format) throw new Error(`No image format for ${destination}`)

  const temporary = `${destination}.part`
  try {
    const image = whole ? await containImage(source, target) : await fitImage(source, metadata, target, format)
    await encode(image, format, target).toFile(temporary)
    await rename(temporary, destination)
  } catch (cause) {
    await rm(temporary, { force: true })
    if ((cause as NodeJS.ErrnoException).code !== undefined) throw cause
    throw new UndecodableImageError(`The picture is damaged: ${(cause as Error).message}`, { cause })
  }
}

async function readMetadata(source: string): Promise<Metadata> {
  // A missing file is our fault, not the picture's.
  await stat(source)
  const image = await open(source)
  const metadata = await image.metadata().catch((cause: Error) => {
    const tooLarge = /pixel limit/.test(cause.message)
    throw new UndecodableImageError(tooLarge ? 'The picture has too many pixels' : 'The picture cannot be read', {
      cause,
    })
  })
  if (!(FORMATS as readonly string[]).includes(metadata.format ?? '')) {
    throw new UndecodableImageError(`Pictures of the format ${metadata.format} are not accepted`)
  }
  refuseTooManyPixels(metadata)
  return metadata
}

function refuseTooManyPixels({ width, height }: ImageSize): void {
  if (width * height > MAX_PIXELS) throw new UndecodableImageError('The picture has too many pixels')
}

async function open(source: string, animated = false): Promise<Sharp> {
  const sharp = await loadSharp()
  return sharp(source, { limitInputPixels: MAX_PIXELS, animated, failOn: 'error' })
}

function targetSize({ width, height }: { width?: number; height: number }, actual: ImageSize): ImageSize {
  return { width: width ?? Math.max(1, Math.round((height * actual.width) / actual.height)), height }
}

function displayedSize({ width, height, orientation = 1 }: Metadata): ImageSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

async function canStay(source: string, destination: string, metadata: Metadata, target: ImageSize): Promise<boolean> {
  if (extname(source).toLowerCase() !== extname(destination).toLowerCase() || metadata.exif) return false
  if (metadata.width !== target.width || metadata.height !== target.height) return false
  const { size } = await stat(source)
  const kilobytes = target.height >= 1000 ? 200 : target.height >= 500 ? 100 : 15
  return size <= kilobytes * 1000
}

async function fitImage(source: string, metadata: Metadata, target: ImageSize, format: Format): Promise<Sharp> {
  const frames = metadata.pages ?? 1
  const animated = frames > 1 && frames <= MAX_ANIMATION_FRAMES && (format === 'gif' || format === 'webp')
  const image = (await open(source, animated)).autoOrient()
  if (isLandscape(displayedSize(metadata)) === isLandscape(target)) return image.resize({ ...target, fit: 'cover' })
  if (animated) return image.resize({ ...target, fit: 'contain', background: 'black' })

  const [whole, ground] = await Promise.all([
    image
      .clone()
      .resize({ ...target, fit: 'inside' })
      .png({ compressionLevel: 1 })
      .toBuffer(),
    // sharp darkens after it composes, hence two passes.
    image
      .resize({ ...target, fit: 'cover' })
      .linear(0.5, 0)
      .png({ compressionLevel: 1 })
      .toBuffer(),
  ])
  const sharp = await loadSharp()
  return sharp(ground).composite([{ input: whole, gravity: 'centre' }])
}

async function containImage(source: string, target: ImageSize): Promise<Sharp> {
  return (await open(source))
    .autoOrient()
    .resize({ ...target, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
}

/** A square counts as upright. */
function isLandscape({ width, height }: ImageSize): boolean {
  return width > height
}

function encode(image: Sharp, format: Format, { width, height }: ImageSize): Sharp {
  switch (format) {
    case 'jpeg':
      return image
        .flatten({ background: 'white' })
        .jpeg(width * height <= PAGE_PIXELS ? { quality: 80, mozjpeg: true } : { quality: 85 })
    case 'png':
      return image.png({ palette: true })
    case 'webp':
      return image.webp({ quality: 85 })
    case 'gif':
      return image.gif()
  }
}
