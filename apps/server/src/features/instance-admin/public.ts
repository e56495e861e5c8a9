// What higher slices may use of the administration of the instance.
export { instanceFigures, instanceStats } from './stats/instance-stats.ts'
