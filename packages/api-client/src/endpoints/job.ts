// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './job/cancel-job.ts'
export * from './job/get-all-jobs.ts'
export * from './job/get-jobs.ts'
export * from './job/post-jobs-pause.ts'
export * from './job/post-jobs-resume.ts'
