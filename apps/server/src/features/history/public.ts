// What higher slices may use of the history.
export { deleteHistoryBefore, saveHistory } from './history.sql.ts'
