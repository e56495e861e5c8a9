// What higher slices may use of transcoding.
export { prepareRun, startTranscoding, type StartOptions } from './start/start-transcoding.ts'
