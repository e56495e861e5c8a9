/** So many videos are enough: nobody reads on, and a common word holds hundreds of thousands. */
export const enough = 1000
/** What the first pages are within. */
export const firstFound = 50
/** When fewer videos hold the words as they stand, other forms of them count, too. */
export const few = 100

/** The first ids; `total`: how many there are, `enough` when that many or more. */
export interface Found {
  ids: number[]
  total: number
}
