declare module 'create-torrent' {
  interface Options {
    name: string
    createdBy: string
    announceList: string[][]
    urlList: string[]
  }
  export default function createTorrent(
    path: string,
    options: Options,
    done: (error: Error | null, torrent: Uint8Array) => void,
  ): void
}

declare module 'bencode' {
  const bencode: {
    encode(value: unknown): Uint8Array
    decode(bytes: Uint8Array): any
  }
  export default bencode
}
