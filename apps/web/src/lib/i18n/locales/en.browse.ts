/** What the list of all videos says. */
export const messages = {
  'group.before': 'Earlier',
  'group.day': 'Last 24 hours',
  'group.week': 'Last 7 days',
  'home.emptyAction': 'Publish a video',
  'home.emptyText': 'Videos that are published here appear on this page, newest first.',
  'home.emptyTitle': 'The screen is still dark',
  'home.mostViewed': 'Most viewed',
  'home.newest': 'Newest',
  'home.sorting': 'Order of the videos',
}
