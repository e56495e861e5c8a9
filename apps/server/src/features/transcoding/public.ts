// What higher slices may use of transcoding.
export { importFileJob } from './import-file/import-file.job.ts'
export { refreshHlsIndex } from './finish/write-hls-index.ts'
export { chooseBestFile, chooseSource } from './plan/choose-source.ts'
export { isStoryboardWanted } from './storyboard/storyboard-wanted.ts'
export { addStoryboardJob, prepareRun, startTranscoding } from './start/start-transcoding.ts'
