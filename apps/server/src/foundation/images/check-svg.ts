import type { QualifiedTag } from 'sax'
import { UndecodableImageError } from './resize-image.ts'

/** What a picture has no use for, and a page that shows it could suffer from. */
const activeElements = new Set(['script', 'foreignobject', 'iframe', 'object', 'embed', 'handler', 'listener', 'set'])
const animations = new Set(['animate', 'animatetransform', 'animatemotion'])

/**
 * Refuses SVG that is not well-formed, acts by itself or names anything outside its own file: scripts, handlers, foreign
 * content, document types (entities), links. Throws an `UndecodableImageError`.
 */
export async function checkSvg(text: string): Promise<void> {
  // Loaded when a picture comes.
  const { default: sax } = await import('sax')
  const parser = sax.parser(true, { xmlns: true })
  let root: string | undefined
  parser.onerror = (error) => {
    throw new UndecodableImageError(`The picture is no SVG: ${error.message.split('\n')[0]}`)
  }
  parser.ondoctype = () => refuse('a document type')
  parser.onprocessinginstruction = ({ name }) => {
    if (name.toLowerCase() !== 'xml') refuse(`the instruction ${name}`)
  }
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as QualifiedTag
    root ??= `${uri} ${local}`
    const name = local.toLowerCase()
    if (activeElements.has(name)) refuse(`the element ${local}`)
    for (const attribute of Object.values(attributes)) checkAttribute(name, attribute)
  }
  const checkStyle = (content: string) => {
    if (/@import|url\(\s*["']?(?!["']?\s*(#|data:image\/(png|jpeg|gif|webp)))/i.test(content)) {
      refuse('a style that loads something')
    }
  }
  parser.ontext = checkStyle
  parser.oncdata = checkStyle
  parser.write(text).close()
  if (root !== 'http://www.w3.org/2000/svg svg') throw new UndecodableImageError('The picture is no SVG.')

  function checkAttribute(element: string, { local, value }: { local: string; value: string }): void {
    const name = local.toLowerCase()
    if (name.startsWith('on')) refuse(`the attribute ${local}`)
    if (name === 'href' && !/^\s*(#|data:image\/(png|jpeg|gif|webp)[;,])/i.test(value)) refuse('a link')
    if (animations.has(element) && name === 'attributename' && /href|^on/i.test(value)) refuse('an animated link')
    checkStyle(value)
  }
}

function refuse(what: string): never {
  throw new UndecodableImageError(`The picture has ${what}, which is not accepted.`)
}
