const names = new Set(
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
  cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
  darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
  darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
  firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
  hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
  lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
  lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
  mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
  midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
  palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
  rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue
  slategray slategrey snow springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat white
  whitesmoke yellow yellowgreen`.split(/\s+/),
)

const number = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)`
const percent = `${number}%`
const part = `${number}%?`
const hue = `${number}(?:deg|grad|rad|turn)?`
const spaced = (...parts: string[]) => String.raw`${parts.join(String.raw`\s+`)}(?:\s*/\s*${part})?`
const commas = (...parts: string[]) => String.raw`${parts.join(String.raw`\s*,\s*`)}(?:\s*,\s*${part})?`
const made = (name: string, ...ways: string[]) => String.raw`${name}\(\s*(?:${ways.join('|')})\s*\)`

const written = new RegExp(
  `^(?:${[
    '#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})',
    made('rgba?', spaced(part, part, part), commas(number, number, number), commas(percent, percent, percent)),
    made('hsla?', spaced(hue, part, part), commas(hue, percent, percent)),
    made('hwb', spaced(hue, part, part)),
    made('(?:ok)?lab', spaced(part, part, part)),
    made('(?:ok)?lch', spaced(part, part, hue)),
  ].join('|')})$`,
)

/** More is no colour that somebody wrote. */
const longest = 64

/** A CSS colour that depends on nothing around it, in small letters; undefined when it is none. */
export function parseCssColour(text: string | null): string | undefined {
  if (text === null || text.length > longest) return undefined
  const colour = text.trim().toLowerCase()
  return names.has(colour) || written.test(colour) ? colour : undefined
}
