import { operation } from '../operation.ts'

export const wsSocketIoUserNotifications = operation({
  id: 'wsSocketIoUserNotifications',
  method: 'GET',
  path: '/socket.io#/user-notifications',
  tag: 'Realtime',
  summary: 'Push new notifications to a user',
  auth: 'user',
  rateLimit: false,
  success: 101,
  in70: false,
})

export const wsSocketIoLiveVideos = operation({
  id: 'wsSocketIoLiveVideos',
  method: 'GET',
  path: '/socket.io#/live-videos',
  tag: 'Realtime',
  summary: 'Live state, viewers and end events',
  auth: 'none',
  rateLimit: false,
  success: 101,
  in70: false,
})

export const wsSocketIoRunners = operation({
  id: 'wsSocketIoRunners',
  method: 'GET',
  path: '/socket.io#/runners',
  tag: 'Realtime',
  summary: 'Tell runners that jobs wait',
  auth: 'runner',
  rateLimit: false,
  success: 101,
  in70: false,
})
