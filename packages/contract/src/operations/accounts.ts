import { z } from 'zod'
import { videoRates } from '../enums.ts'
import { handle, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList, countableList } from '../pagination.ts'
import { Account, Follow } from '../schemas/actors.ts'
import { Video, VideoRating } from '../schemas/videos.ts'
import { videoFilters, videoSorts } from '../video-filters.ts'

export const getAccount = operation({
  id: 'getAccount',
  method: 'GET',
  path: '/api/v1/accounts/{name}',
  tag: 'Accounts',
  summary: 'Fetch one account by handle',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ name: handle() }),
  success: 200,
  response: Account,
  in70: true,
})

export const getAccountVideos = operation({
  id: 'getAccountVideos',
  method: 'GET',
  path: '/api/v1/accounts/{name}/videos',
  tag: 'Accounts',
  summary: "Page through an account's videos",
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ name: handle() }),
  query: () => object({ ...sortedPage(videoSorts, '-publishedAt'), ...videoFilters() }),
  success: 200,
  response: countableList(Video),
  in70: true,
})

export const getAccountFollowers = operation({
  id: 'getAccountFollowers',
  method: 'GET',
  path: '/api/v1/accounts/{name}/followers',
  tag: 'Accounts',
  summary: 'Page through followers of an account',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ name: handle() }),
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt'), search: text().optional() }),
  success: 200,
  response: resultList(Follow),
  in70: true,
})

export const getAccounts = operation({
  id: 'getAccounts',
  method: 'GET',
  path: '/api/v1/accounts',
  tag: 'Accounts',
  summary: 'Page through known accounts',
  auth: 'none',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt') }),
  success: 200,
  response: resultList(Account),
  in70: true,
})

export const getAccountsByNameRatings = operation({
  id: 'getAccountsByNameRatings',
  method: 'GET',
  path: '/api/v1/accounts/{name}/ratings',
  tag: 'Accounts',
  summary: 'Votes cast by an account',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ name: handle() }),
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt'), rating: z.enum(videoRates).optional() }),
  success: 200,
  response: resultList(VideoRating),
  in70: true,
})
