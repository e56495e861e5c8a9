// What higher slices may use of ratings; its event is in ratings.events.ts.
export { saveRating, type Rating } from './save-rating.ts'
