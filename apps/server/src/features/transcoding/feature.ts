import { defineFeature } from '#foundation/feature.ts'
import { importFileJob } from './import-file/import-file.job.ts'
import { fileOperations } from './manage/delete-files.ts'
import { transcodingProgress } from './progress/get-transcoding-progress.ts'
import { transcodeJob } from './run/transcode.job.ts'
import { forgetRunsOfReplacedFiles } from './start/forget-run.ts'
import { onSourceReplaced, onVideoCreated } from './start/on-video-created.ts'
import { rerunTranscoding } from './start/rerun-transcoding.ts'
import { storyboardJob } from './storyboard/storyboard.job.ts'

export const transcodingFeature = defineFeature({
  name: 'transcoding',
  operations: [rerunTranscoding, transcodingProgress, ...fileOperations],
  jobs: [transcodeJob, storyboardJob, importFileJob],
  subscriptions: [onVideoCreated, onSourceReplaced],
  onStart: forgetRunsOfReplacedFiles,
})
