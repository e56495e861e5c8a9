// What higher slices may use of ratings; its event is in ratings.events.ts.
export { saveRating } from './save-rating.ts'
