/** The parameter of a search of comments: everywhere, or only in the author's or the video's name. */
export function searchIn(place: string | undefined, search: string) {
  if (search === '') return {}
  if (place === 'author') return { searchAccount: search }
  return place === 'video' ? { searchVideo: search } : { search }
}
