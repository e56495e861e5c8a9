-- The tables of a PeerTube 8.2 database, so that an existing one can be used as it is (and given back).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE FUNCTION immutable_unaccent(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT public.unaccent('public.unaccent', $1) $$;

CREATE TYPE "enum_accountVideoRate_type" AS ENUM ('like', 'dislike');
CREATE TYPE "enum_actorFollow_state" AS ENUM ('pending', 'accepted', 'rejected');
CREATE TYPE "enum_actor_type" AS ENUM ('Group', 'Person', 'Application', 'Organization', 'Service');
CREATE TYPE "enum_user_nsfwPolicy" AS ENUM ('do_not_list', 'warn', 'blur', 'display');

CREATE TABLE "abuse" (
  "id" serial NOT NULL,
  "reason" character varying(3000) NOT NULL,
  "state" integer NOT NULL,
  "moderationComment" character varying(3000),
  "predefinedReasons" integer[],
  "processedAt" timestamp with time zone,
  "reporterAccountId" integer,
  "flaggedAccountId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "abuse_pkey" PRIMARY KEY (id)
);
CREATE TABLE "abuseMessage" (
  "id" serial NOT NULL,
  "message" text NOT NULL,
  "byModerator" boolean NOT NULL,
  "accountId" integer,
  "abuseId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "abuseMessage_pkey" PRIMARY KEY (id)
);
CREATE TABLE "account" (
  "id" serial NOT NULL,
  "name" character varying(255) NOT NULL,
  "description" character varying(1000),
  "userId" integer,
  "applicationId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "account_pkey" PRIMARY KEY (id)
);
CREATE TABLE "accountAutomaticTagPolicy" (
  "id" serial NOT NULL,
  "policy" integer,
  "accountId" integer NOT NULL,
  "automaticTagId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "accountAutomaticTagPolicy_pkey" PRIMARY KEY (id)
);
CREATE TABLE "accountBlocklist" (
  "id" serial NOT NULL,
  "accountId" integer NOT NULL,
  "targetAccountId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "accountBlocklist_pkey" PRIMARY KEY (id)
);
CREATE TABLE "accountVideoRate" (
  "id" serial NOT NULL,
  "type" "enum_accountVideoRate_type" NOT NULL,
  "url" character varying(2000) NOT NULL,
  "videoId" integer NOT NULL,
  "accountId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "accountVideoRate_pkey" PRIMARY KEY (id)
);
CREATE TABLE "actor" (
  "id" serial NOT NULL,
  "type" "enum_actor_type" NOT NULL,
  "preferredUsername" character varying(255) NOT NULL,
  "url" character varying(2000) NOT NULL,
  "publicKey" character varying(5000),
  "privateKey" character varying(5000),
  "followersCount" integer NOT NULL,
  "followingCount" integer NOT NULL,
  "inboxUrl" character varying(2000) NOT NULL,
  "outboxUrl" character varying(2000),
  "sharedInboxUrl" character varying(2000),
  "followersUrl" character varying(2000),
  "followingUrl" character varying(2000),
  "remoteCreatedAt" timestamp with time zone,
  "serverId" integer,
  "videoChannelId" integer,
  "accountId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "actor_pkey" PRIMARY KEY (id)
);
CREATE TABLE "actorCustomPage" (
  "id" serial NOT NULL,
  "content" text,
  "type" character varying(255) NOT NULL,
  "actorId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "actorCustomPage_pkey" PRIMARY KEY (id)
);
CREATE TABLE "actorFollow" (
  "id" serial NOT NULL,
  "state" "enum_actorFollow_state" NOT NULL,
  "score" integer NOT NULL DEFAULT 5000,
  "url" character varying(2000),
  "actorId" integer NOT NULL,
  "targetActorId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "actorFollow_pkey" PRIMARY KEY (id)
);
CREATE TABLE "actorImage" (
  "id" serial NOT NULL,
  "filename" character varying(255) NOT NULL,
  "height" integer,
  "width" integer,
  "fileUrl" character varying(255),
  "cached" boolean NOT NULL,
  "type" integer NOT NULL,
  "actorId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "actorImage_pkey" PRIMARY KEY (id)
);
CREATE TABLE "actorReserved" (
  "id" serial NOT NULL,
  "preferredUsername" character varying(255) NOT NULL,
  "publicKey" character varying(5000) NOT NULL,
  "privateKey" character varying(5000) NOT NULL,
  "url" character varying(2000) NOT NULL,
  "actorId" integer NOT NULL,
  "accountId" integer,
  "videoChannelId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "actorReserved_pkey" PRIMARY KEY (id)
);
CREATE TABLE "application" (
  "id" serial NOT NULL,
  "migrationVersion" integer NOT NULL DEFAULT 0,
  "latestPeerTubeVersion" character varying(255),
  "nodeVersion" character varying(255) NOT NULL,
  "nodeABIVersion" character varying(255) NOT NULL,
  "configPart" jsonb,
  CONSTRAINT "application_pkey" PRIMARY KEY (id)
);
CREATE TABLE "automaticTag" (
  "id" serial NOT NULL,
  "name" character varying(255) NOT NULL,
  CONSTRAINT "automaticTag_pkey" PRIMARY KEY (id)
);
CREATE TABLE "changeOwnership" (
  "id" serial NOT NULL,
  "state" integer NOT NULL,
  "initiatorAccountId" integer NOT NULL,
  "nextOwnerAccountId" integer NOT NULL,
  "videoId" integer,
  "videoChannelId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "changeOwnership_pkey" PRIMARY KEY (id)
);
CREATE TABLE "commentAbuse" (
  "id" serial NOT NULL,
  "abuseId" integer NOT NULL,
  "videoCommentId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "commentAbuse_pkey" PRIMARY KEY (id)
);
CREATE TABLE "commentAutomaticTag" (
  "commentId" integer NOT NULL,
  "automaticTagId" integer NOT NULL,
  "accountId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "commentAutomaticTag_pkey" PRIMARY KEY ("commentId", "automaticTagId", "accountId")
);
CREATE TABLE "localVideoViewer" (
  "id" serial NOT NULL,
  "startDate" timestamp with time zone NOT NULL,
  "endDate" timestamp with time zone NOT NULL,
  "watchTime" integer NOT NULL,
  "client" character varying(500),
  "device" character varying(255),
  "operatingSystem" character varying(255),
  "country" character varying(255),
  "subdivisionName" character varying(255),
  "uuid" uuid NOT NULL,
  "url" character varying(2000) NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  CONSTRAINT "localVideoViewer_pkey" PRIMARY KEY (id)
);
CREATE TABLE "localVideoViewerWatchSection" (
  "id" serial NOT NULL,
  "watchStart" integer NOT NULL,
  "watchEnd" integer NOT NULL,
  "localVideoViewerId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  CONSTRAINT "localVideoViewerWatchSection_pkey" PRIMARY KEY (id)
);
CREATE TABLE "oAuthClient" (
  "id" serial NOT NULL,
  "clientId" character varying(255) NOT NULL,
  "clientSecret" character varying(255) NOT NULL,
  "grants" character varying(255)[],
  "redirectUris" character varying(255)[],
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "oAuthClient_pkey" PRIMARY KEY (id)
);
CREATE TABLE "oAuthToken" (
  "id" serial NOT NULL,
  "accessToken" character varying(255) NOT NULL,
  "accessTokenExpiresAt" timestamp with time zone NOT NULL,
  "refreshToken" character varying(255) NOT NULL,
  "refreshTokenExpiresAt" timestamp with time zone NOT NULL,
  "authName" character varying(255),
  "loginDevice" character varying(500),
  "loginIP" character varying(255),
  "loginDate" timestamp with time zone,
  "lastActivityDevice" character varying(500),
  "lastActivityIP" character varying(255),
  "lastActivityDate" timestamp with time zone,
  "userId" integer NOT NULL,
  "oAuthClientId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "oAuthToken_pkey" PRIMARY KEY (id)
);
CREATE TABLE "playerSetting" (
  "id" serial NOT NULL,
  "theme" character varying(255) NOT NULL DEFAULT 'instance-default',
  "videoId" integer,
  "channelId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "playerSetting_pkey" PRIMARY KEY (id)
);
CREATE TABLE "plugin" (
  "id" serial NOT NULL,
  "name" character varying(255) NOT NULL,
  "type" integer NOT NULL,
  "version" character varying(255) NOT NULL,
  "latestVersion" character varying(255),
  "enabled" boolean NOT NULL,
  "uninstalled" boolean NOT NULL,
  "peertubeEngine" character varying(255) NOT NULL,
  "description" character varying(20000),
  "homepage" character varying(2000) NOT NULL,
  "settings" jsonb,
  "storage" jsonb,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "plugin_pkey" PRIMARY KEY (id)
);
CREATE TABLE "runner" (
  "id" serial NOT NULL,
  "runnerToken" character varying(1000) NOT NULL,
  "name" character varying(255) NOT NULL,
  "description" character varying(1000),
  "lastContact" timestamp with time zone NOT NULL,
  "ip" character varying(255) NOT NULL,
  "version" character varying(255),
  "runnerRegistrationTokenId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "runner_pkey" PRIMARY KEY (id)
);
CREATE TABLE "runnerJob" (
  "id" serial NOT NULL,
  "uuid" uuid NOT NULL,
  "type" character varying(255) NOT NULL,
  "payload" jsonb NOT NULL,
  "privatePayload" jsonb NOT NULL,
  "state" integer NOT NULL,
  "failures" integer NOT NULL DEFAULT 0,
  "error" character varying(5000),
  "priority" integer NOT NULL,
  "processingJobToken" character varying(1000),
  "progress" integer,
  "startedAt" timestamp with time zone,
  "finishedAt" timestamp with time zone,
  "dependsOnRunnerJobId" integer,
  "runnerId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "runnerJob_pkey" PRIMARY KEY (id)
);
CREATE TABLE "runnerRegistrationToken" (
  "id" serial NOT NULL,
  "registrationToken" character varying(1000) NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "runnerRegistrationToken_pkey" PRIMARY KEY (id)
);
CREATE TABLE "scheduleVideoUpdate" (
  "id" serial NOT NULL,
  "updateAt" timestamp with time zone NOT NULL,
  "privacy" integer,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "scheduleVideoUpdate_pkey" PRIMARY KEY (id)
);
CREATE TABLE "server" (
  "id" serial NOT NULL,
  "host" character varying(255) NOT NULL,
  "redundancyAllowed" boolean NOT NULL DEFAULT false,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "server_pkey" PRIMARY KEY (id)
);
CREATE TABLE "serverBlocklist" (
  "id" serial NOT NULL,
  "accountId" integer NOT NULL,
  "targetServerId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "serverBlocklist_pkey" PRIMARY KEY (id)
);
CREATE TABLE "storyboard" (
  "id" serial NOT NULL,
  "filename" character varying(255) NOT NULL,
  "totalHeight" integer NOT NULL,
  "totalWidth" integer NOT NULL,
  "spriteHeight" integer NOT NULL,
  "spriteWidth" integer NOT NULL,
  "spriteDuration" integer NOT NULL,
  "fileUrl" character varying(2000),
  "cached" boolean NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "storyboard_pkey" PRIMARY KEY (id)
);
CREATE TABLE "tag" (
  "id" serial NOT NULL,
  "name" character varying(255) NOT NULL,
  CONSTRAINT "tag_pkey" PRIMARY KEY (id)
);
CREATE TABLE "thumbnail" (
  "id" serial NOT NULL,
  "filename" character varying(255) NOT NULL,
  "height" integer,
  "width" integer,
  "aspectRatio" character varying(255) NOT NULL,
  "fileUrl" character varying(2000),
  "automaticallyGenerated" boolean,
  "cached" boolean NOT NULL,
  "videoId" integer,
  "videoPlaylistId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "thumbnail_pkey" PRIMARY KEY (id)
);
CREATE TABLE "tracker" (
  "id" serial NOT NULL,
  "url" character varying(2000) NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "tracker_pkey" PRIMARY KEY (id)
);
CREATE TABLE "uploadImage" (
  "id" serial NOT NULL,
  "filename" character varying(255) NOT NULL,
  "height" integer,
  "width" integer,
  "fileUrl" character varying(2000),
  "type" integer NOT NULL,
  "actorId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "uploadImage_pkey" PRIMARY KEY (id)
);
CREATE TABLE "user" (
  "id" serial NOT NULL,
  "password" character varying(255),
  "username" character varying(255) NOT NULL,
  "email" character varying(400) NOT NULL,
  "pendingEmail" character varying(400),
  "emailVerified" boolean,
  "nsfwPolicy" "enum_user_nsfwPolicy" NOT NULL,
  "nsfwFlagsDisplayed" integer NOT NULL DEFAULT 0,
  "nsfwFlagsHidden" integer NOT NULL DEFAULT 0,
  "nsfwFlagsBlurred" integer NOT NULL DEFAULT 0,
  "nsfwFlagsWarned" integer NOT NULL DEFAULT 0,
  "p2pEnabled" boolean NOT NULL,
  "videosHistoryEnabled" boolean NOT NULL DEFAULT true,
  "autoPlayVideo" boolean NOT NULL DEFAULT true,
  "autoPlayNextVideo" boolean NOT NULL DEFAULT false,
  "autoPlayNextVideoPlaylist" boolean NOT NULL DEFAULT true,
  "language" character varying(255),
  "videoLanguages" character varying(255)[],
  "adminFlags" integer NOT NULL DEFAULT 0,
  "blocked" boolean NOT NULL DEFAULT false,
  "blockedReason" character varying(255),
  "role" integer NOT NULL,
  "videoQuota" bigint NOT NULL,
  "videoQuotaDaily" bigint NOT NULL,
  "theme" character varying(255) NOT NULL DEFAULT 'instance-default',
  "noInstanceConfigWarningModal" boolean NOT NULL DEFAULT false,
  "noWelcomeModal" boolean NOT NULL DEFAULT false,
  "noAccountSetupWarningModal" boolean NOT NULL DEFAULT false,
  "newFeaturesInfoRead" integer NOT NULL,
  "pluginAuth" character varying(255),
  "feedToken" uuid NOT NULL,
  "lastLoginDate" timestamp with time zone,
  "otpSecret" character varying(255),
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  "emailPublic" boolean NOT NULL DEFAULT false,
  CONSTRAINT "user_pkey" PRIMARY KEY (id)
);
CREATE TABLE "userExport" (
  "id" serial NOT NULL,
  "filename" character varying(255),
  "withVideoFiles" boolean NOT NULL,
  "state" integer NOT NULL,
  "error" text,
  "size" bigint,
  "storage" integer NOT NULL,
  "userId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "userExport_pkey" PRIMARY KEY (id)
);
CREATE TABLE "userImport" (
  "id" serial NOT NULL,
  "filename" character varying(255),
  "state" integer NOT NULL,
  "error" text,
  "resultSummary" jsonb,
  "userId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "userImport_pkey" PRIMARY KEY (id)
);
CREATE TABLE "userNotification" (
  "id" serial NOT NULL,
  "type" integer NOT NULL,
  "read" boolean NOT NULL DEFAULT false,
  "data" jsonb,
  "userId" integer NOT NULL,
  "videoId" integer,
  "commentId" integer,
  "abuseId" integer,
  "videoBlacklistId" integer,
  "videoImportId" integer,
  "accountId" integer,
  "actorFollowId" integer,
  "pluginId" integer,
  "applicationId" integer,
  "userRegistrationId" integer,
  "videoCaptionId" integer,
  "channelCollaboratorId" integer,
  "changeOwnershipId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "userNotification_pkey" PRIMARY KEY (id)
);
CREATE TABLE "userNotificationSetting" (
  "id" serial NOT NULL,
  "newVideoFromSubscription" integer NOT NULL,
  "newCommentOnMyVideo" integer NOT NULL,
  "abuseAsModerator" integer NOT NULL,
  "videoAutoBlacklistAsModerator" integer NOT NULL,
  "blacklistOnMyVideo" integer NOT NULL,
  "myVideoPublished" integer NOT NULL,
  "myVideoImportFinished" integer NOT NULL,
  "newUserRegistration" integer NOT NULL,
  "newInstanceFollower" integer NOT NULL,
  "autoInstanceFollowing" integer NOT NULL,
  "newFollow" integer NOT NULL,
  "commentMention" integer NOT NULL,
  "abuseStateChange" integer NOT NULL,
  "abuseNewMessage" integer NOT NULL,
  "newPeerTubeVersion" integer NOT NULL,
  "newPluginVersion" integer NOT NULL,
  "myVideoStudioEditionFinished" integer NOT NULL,
  "myVideoTranscriptionGenerated" integer NOT NULL,
  "userId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "userNotificationSetting_pkey" PRIMARY KEY (id)
);
CREATE TABLE "userRegistration" (
  "id" serial NOT NULL,
  "state" integer NOT NULL,
  "registrationReason" text NOT NULL,
  "moderationResponse" text,
  "password" character varying(255),
  "username" character varying(255) NOT NULL,
  "email" character varying(400) NOT NULL,
  "emailVerified" boolean,
  "accountDisplayName" character varying(255),
  "channelHandle" character varying(255),
  "channelDisplayName" character varying(255),
  "processedAt" timestamp with time zone,
  "userId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "userRegistration_pkey" PRIMARY KEY (id)
);
CREATE TABLE "userVideoHistory" (
  "id" serial NOT NULL,
  "currentTime" integer NOT NULL,
  "videoId" integer NOT NULL,
  "userId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "userVideoHistory_pkey" PRIMARY KEY (id)
);
CREATE TABLE "video" (
  "id" serial NOT NULL,
  "uuid" uuid NOT NULL,
  "name" character varying(255) NOT NULL,
  "category" integer,
  "licence" integer,
  "language" character varying(10),
  "privacy" integer NOT NULL,
  "nsfw" boolean NOT NULL,
  "nsfwFlags" integer NOT NULL DEFAULT 0,
  "nsfwSummary" character varying(255),
  "description" character varying(10000),
  "support" character varying(1000),
  "duration" integer NOT NULL,
  "views" integer NOT NULL DEFAULT 0,
  "downloads" integer NOT NULL DEFAULT 0,
  "likes" integer NOT NULL DEFAULT 0,
  "dislikes" integer NOT NULL DEFAULT 0,
  "comments" integer NOT NULL DEFAULT 0,
  "remote" boolean NOT NULL,
  "isLive" boolean NOT NULL DEFAULT false,
  "url" character varying(2000) NOT NULL,
  "commentsPolicy" integer NOT NULL,
  "downloadEnabled" boolean NOT NULL,
  "embedPrivacyPolicy" integer NOT NULL,
  "waitTranscoding" boolean NOT NULL,
  "state" integer NOT NULL,
  "aspectRatio" double precision,
  "inputFileUpdatedAt" timestamp with time zone,
  "publishedAt" timestamp with time zone NOT NULL,
  "originallyPublishedAt" timestamp with time zone,
  "channelId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "video_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoAbuse" (
  "id" serial NOT NULL,
  "startAt" integer,
  "endAt" integer,
  "deletedVideo" jsonb,
  "abuseId" integer NOT NULL,
  "videoId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoAbuse_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoAutomaticTag" (
  "videoId" integer NOT NULL,
  "automaticTagId" integer NOT NULL,
  "accountId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoAutomaticTag_pkey" PRIMARY KEY ("videoId", "automaticTagId", "accountId")
);
CREATE TABLE "videoBlacklist" (
  "id" serial NOT NULL,
  "reason" character varying(300),
  "unfederated" boolean NOT NULL,
  "type" integer NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoBlacklist_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoCaption" (
  "id" serial NOT NULL,
  "language" character varying(255) NOT NULL,
  "filename" character varying(255) NOT NULL,
  "m3u8Filename" character varying(255),
  "storage" integer NOT NULL DEFAULT 0,
  "fileUrl" character varying(2000),
  "m3u8Url" character varying(255),
  "automaticallyGenerated" boolean NOT NULL,
  "cached" boolean NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoCaption_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoChannel" (
  "id" serial NOT NULL,
  "name" character varying(255) NOT NULL,
  "description" character varying(1000),
  "support" character varying(1000),
  "accountId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoChannel_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoChannelActivity" (
  "id" serial NOT NULL,
  "action" integer NOT NULL,
  "targetType" integer NOT NULL,
  "data" jsonb NOT NULL,
  "details" jsonb,
  "videoChannelId" integer NOT NULL,
  "accountId" integer,
  "videoId" integer,
  "videoPlaylistId" integer,
  "videoChannelSyncId" integer,
  "videoImportId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoChannelActivity_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoChannelCollaborator" (
  "id" serial NOT NULL,
  "state" integer NOT NULL,
  "accountId" integer,
  "channelId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoChannelCollaborator_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoChannelSync" (
  "id" serial NOT NULL,
  "externalChannelUrl" character varying(2000) NOT NULL,
  "state" integer NOT NULL DEFAULT 1,
  "lastSyncAt" timestamp with time zone,
  "videoChannelId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoChannelSync_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoChapter" (
  "id" serial NOT NULL,
  "timecode" integer NOT NULL,
  "title" character varying(255) NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoChapter_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoComment" (
  "id" serial NOT NULL,
  "deletedAt" timestamp with time zone,
  "url" character varying(2000) NOT NULL,
  "text" text NOT NULL,
  "heldForReview" boolean NOT NULL,
  "replyApproval" character varying(255),
  "originCommentId" integer,
  "inReplyToCommentId" integer,
  "videoId" integer NOT NULL,
  "accountId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoComment_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoEmbedPrivacyDomain" (
  "id" serial NOT NULL,
  "domain" character varying(255) NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoEmbedPrivacyDomain_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoFile" (
  "id" serial NOT NULL,
  "resolution" integer NOT NULL,
  "width" integer,
  "height" integer,
  "size" bigint NOT NULL,
  "extname" character varying(255) NOT NULL,
  "infoHash" character varying(255),
  "fps" integer NOT NULL DEFAULT '-1',
  "formatFlags" integer NOT NULL,
  "streams" integer NOT NULL,
  "metadata" jsonb,
  "metadataUrl" character varying(255),
  "fileUrl" character varying(255),
  "filename" character varying(255),
  "torrentUrl" character varying(255),
  "torrentFilename" character varying(255),
  "videoId" integer,
  "storage" integer NOT NULL DEFAULT 0,
  "videoStreamingPlaylistId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoFile_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoImport" (
  "id" serial NOT NULL,
  "targetUrl" character varying(2000),
  "magnetUri" character varying(2000),
  "torrentName" character varying(255),
  "state" integer NOT NULL,
  "error" text,
  "attempts" integer NOT NULL DEFAULT 0,
  "payload" jsonb,
  "userId" integer,
  "videoId" integer,
  "videoChannelSyncId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoImport_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoJobInfo" (
  "id" serial NOT NULL,
  "pendingMove" integer NOT NULL DEFAULT 0,
  "pendingTranscode" integer NOT NULL DEFAULT 0,
  "pendingTranscription" integer NOT NULL DEFAULT 0,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoJobInfo_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoLive" (
  "id" serial NOT NULL,
  "streamKey" character varying(255),
  "saveReplay" boolean NOT NULL,
  "permanentLive" boolean NOT NULL,
  "latencyMode" integer NOT NULL,
  "dvrWindow" integer NOT NULL,
  "videoId" integer NOT NULL,
  "replaySettingId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoLive_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoLiveReplaySetting" (
  "id" serial NOT NULL,
  "privacy" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoLiveReplaySetting_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoLiveSchedule" (
  "id" serial NOT NULL,
  "startAt" timestamp with time zone NOT NULL,
  "liveVideoId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoLiveSchedule_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoLiveSession" (
  "id" serial NOT NULL,
  "startDate" timestamp with time zone NOT NULL,
  "endDate" timestamp with time zone,
  "error" integer,
  "saveReplay" boolean NOT NULL,
  "endingProcessed" boolean NOT NULL,
  "replayVideoId" integer,
  "liveVideoId" integer,
  "replaySettingId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoLiveSession_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoPassword" (
  "id" serial NOT NULL,
  "password" character varying(255) NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoPassword_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoPlaylist" (
  "id" serial NOT NULL,
  "name" character varying(255) NOT NULL,
  "description" character varying(1000),
  "privacy" integer NOT NULL,
  "url" character varying(2000) NOT NULL,
  "uuid" uuid NOT NULL,
  "type" integer NOT NULL DEFAULT 1,
  "videoChannelPosition" integer,
  "ownerAccountId" integer NOT NULL,
  "videoChannelId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoPlaylist_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoPlaylistElement" (
  "id" serial NOT NULL,
  "url" character varying(2000),
  "position" integer NOT NULL DEFAULT 1,
  "startTimestamp" integer,
  "stopTimestamp" integer,
  "videoPlaylistId" integer NOT NULL,
  "videoId" integer,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoPlaylistElement_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoRedundancy" (
  "id" serial NOT NULL,
  "expiresOn" timestamp with time zone,
  "fileUrl" character varying(2000) NOT NULL,
  "url" character varying(2000) NOT NULL,
  "strategy" character varying(255),
  "videoStreamingPlaylistId" integer NOT NULL,
  "actorId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoRedundancy_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoShare" (
  "id" serial NOT NULL,
  "url" character varying(2000) NOT NULL,
  "actorId" integer NOT NULL,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoShare_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoSource" (
  "id" serial NOT NULL,
  "inputFilename" character varying(255) NOT NULL,
  "keptOriginalFilename" character varying(255),
  "resolution" integer,
  "width" integer,
  "height" integer,
  "fps" integer,
  "size" bigint,
  "metadata" jsonb,
  "storage" integer,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoSource_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoStat" (
  "id" serial NOT NULL,
  "startDate" timestamp with time zone NOT NULL,
  "endDate" timestamp with time zone NOT NULL,
  "views" integer NOT NULL DEFAULT 0,
  "downloads" integer NOT NULL DEFAULT 0,
  "videoId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoStat_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoStreamingPlaylist" (
  "id" serial NOT NULL,
  "type" integer NOT NULL,
  "playlistFilename" character varying(255) NOT NULL,
  "playlistUrl" character varying(2000),
  "p2pMediaLoaderInfohashes" character varying(255)[] NOT NULL,
  "p2pMediaLoaderPeerVersion" integer NOT NULL,
  "segmentsSha256Filename" character varying(255),
  "segmentsSha256Url" character varying(255),
  "videoId" integer NOT NULL,
  "storage" integer NOT NULL DEFAULT 0,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoStreamingPlaylist_pkey" PRIMARY KEY (id)
);
CREATE TABLE "videoTag" (
  "videoId" integer NOT NULL,
  "tagId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoTag_pkey" PRIMARY KEY ("videoId", "tagId")
);
CREATE TABLE "videoTracker" (
  "videoId" integer NOT NULL,
  "trackerId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "videoTracker_pkey" PRIMARY KEY ("videoId", "trackerId")
);
CREATE TABLE "watchedWordsList" (
  "id" serial NOT NULL,
  "listName" character varying(255) NOT NULL,
  "words" character varying(255)[] NOT NULL,
  "accountId" integer NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "updatedAt" timestamp with time zone NOT NULL,
  CONSTRAINT "watchedWordsList_pkey" PRIMARY KEY (id)
);

CREATE INDEX "abuse_flagged_account_id" ON "abuse" ("flaggedAccountId");
CREATE INDEX "abuse_reporter_account_id" ON "abuse" ("reporterAccountId");
CREATE INDEX "abuse_message_abuse_id" ON "abuseMessage" ("abuseId");
CREATE INDEX "abuse_message_account_id" ON "abuseMessage" ("accountId");
CREATE INDEX "account_application_id" ON "account" ("applicationId");
CREATE INDEX "account_user_id" ON "account" ("userId");
CREATE UNIQUE INDEX "account_automatic_tag_policy_account_id_policy_automatic_tag_id" ON "accountAutomaticTagPolicy" ("accountId", policy, "automaticTagId");
CREATE UNIQUE INDEX "account_blocklist_account_id_target_account_id" ON "accountBlocklist" ("accountId", "targetAccountId");
CREATE INDEX "account_blocklist_target_account_id" ON "accountBlocklist" ("targetAccountId");
CREATE INDEX "account_video_rate_account_id" ON "accountVideoRate" ("accountId");
CREATE UNIQUE INDEX "account_video_rate_url" ON "accountVideoRate" (url);
CREATE INDEX "account_video_rate_video_id" ON "accountVideoRate" ("videoId");
CREATE UNIQUE INDEX "account_video_rate_video_id_account_id" ON "accountVideoRate" ("videoId", "accountId");
CREATE INDEX "account_video_rate_video_id_type" ON "accountVideoRate" ("videoId", type);
CREATE UNIQUE INDEX "actor_account_id" ON "actor" ("accountId");
CREATE INDEX "actor_followers_url" ON "actor" ("followersUrl");
CREATE INDEX "actor_inbox_url_shared_inbox_url" ON "actor" ("inboxUrl", "sharedInboxUrl");
CREATE UNIQUE INDEX "actor_preferred_username_lower" ON "actor" (lower("preferredUsername"::text)) WHERE ("serverId" IS NULL);
CREATE UNIQUE INDEX "actor_preferred_username_lower_server_id" ON "actor" (lower("preferredUsername"::text), "serverId") WHERE ("serverId" IS NOT NULL);
CREATE INDEX "actor_server_id" ON "actor" ("serverId");
CREATE INDEX "actor_shared_inbox_url" ON "actor" ("sharedInboxUrl");
CREATE UNIQUE INDEX "actor_url" ON "actor" (url);
CREATE UNIQUE INDEX "actor_video_channel_id" ON "actor" ("videoChannelId");
CREATE UNIQUE INDEX "actor_custom_page_actor_id_type" ON "actorCustomPage" ("actorId", type);
CREATE INDEX "actor_follow_actor_id" ON "actorFollow" ("actorId");
CREATE UNIQUE INDEX "actor_follow_actor_id_target_actor_id" ON "actorFollow" ("actorId", "targetActorId");
CREATE INDEX "actor_follow_score" ON "actorFollow" (score);
CREATE INDEX "actor_follow_target_actor_id" ON "actorFollow" ("targetActorId");
CREATE UNIQUE INDEX "actor_follow_url" ON "actorFollow" (url);
CREATE UNIQUE INDEX "actor_image_actor_id_type_width" ON "actorImage" ("actorId", type, width);
CREATE UNIQUE INDEX "actor_image_filename" ON "actorImage" (filename);
CREATE UNIQUE INDEX "actor_reserved_preferred_username_lower" ON "actorReserved" (lower("preferredUsername"::text));
CREATE INDEX "automatic_tag_lower_name" ON "automaticTag" (lower(name::text));
CREATE UNIQUE INDEX "automatic_tag_name" ON "automaticTag" (name);
CREATE INDEX "change_ownership_initiator_account_id" ON "changeOwnership" ("initiatorAccountId");
CREATE INDEX "change_ownership_next_owner_account_id" ON "changeOwnership" ("nextOwnerAccountId");
CREATE INDEX "change_ownership_video_channel_id" ON "changeOwnership" ("videoChannelId");
CREATE INDEX "change_ownership_video_id" ON "changeOwnership" ("videoId");
CREATE INDEX "comment_abuse_abuse_id" ON "commentAbuse" ("abuseId");
CREATE INDEX "comment_abuse_video_comment_id" ON "commentAbuse" ("videoCommentId");
CREATE UNIQUE INDEX "comment_automatic_tag_comment_id_account_id_automatic_tag_id" ON "commentAutomaticTag" ("commentId", "accountId", "automaticTagId");
CREATE UNIQUE INDEX "local_video_viewer_url" ON "localVideoViewer" (url);
CREATE INDEX "local_video_viewer_video_id" ON "localVideoViewer" ("videoId");
CREATE INDEX "local_video_viewer_watch_section_local_video_viewer_id" ON "localVideoViewerWatchSection" ("localVideoViewerId");
CREATE UNIQUE INDEX "o_auth_client_client_id" ON "oAuthClient" ("clientId");
CREATE UNIQUE INDEX "o_auth_client_client_id_client_secret" ON "oAuthClient" ("clientId", "clientSecret");
CREATE UNIQUE INDEX "o_auth_token_access_token" ON "oAuthToken" ("accessToken");
CREATE INDEX "o_auth_token_o_auth_client_id" ON "oAuthToken" ("oAuthClientId");
CREATE UNIQUE INDEX "o_auth_token_refresh_token" ON "oAuthToken" ("refreshToken");
CREATE INDEX "o_auth_token_user_id" ON "oAuthToken" ("userId");
CREATE UNIQUE INDEX "player_setting_channel_id" ON "playerSetting" ("channelId");
CREATE UNIQUE INDEX "player_setting_video_id" ON "playerSetting" ("videoId");
CREATE UNIQUE INDEX "plugin_name_type" ON "plugin" (name, type);
CREATE UNIQUE INDEX "runner_name" ON "runner" (name);
CREATE INDEX "runner_runner_registration_token_id" ON "runner" ("runnerRegistrationTokenId");
CREATE UNIQUE INDEX "runner_runner_token" ON "runner" ("runnerToken");
CREATE INDEX "runner_job_depends_on_runner_job_id" ON "runnerJob" ("dependsOnRunnerJobId");
CREATE UNIQUE INDEX "runner_job_processing_job_token" ON "runnerJob" ("processingJobToken");
CREATE INDEX "runner_job_runner_id" ON "runnerJob" ("runnerId");
CREATE UNIQUE INDEX "runner_job_uuid" ON "runnerJob" (uuid);
CREATE UNIQUE INDEX "runner_registration_token_registration_token" ON "runnerRegistrationToken" ("registrationToken");
CREATE INDEX "schedule_video_update_update_at" ON "scheduleVideoUpdate" ("updateAt");
CREATE UNIQUE INDEX "schedule_video_update_video_id" ON "scheduleVideoUpdate" ("videoId");
CREATE UNIQUE INDEX "server_host" ON "server" (host);
CREATE UNIQUE INDEX "server_blocklist_account_id_target_server_id" ON "serverBlocklist" ("accountId", "targetServerId");
CREATE INDEX "server_blocklist_target_server_id" ON "serverBlocklist" ("targetServerId");
CREATE UNIQUE INDEX "storyboard_filename" ON "storyboard" (filename);
CREATE UNIQUE INDEX "storyboard_video_id" ON "storyboard" ("videoId");
CREATE INDEX "tag_lower_name" ON "tag" (lower(name::text));
CREATE UNIQUE INDEX "tag_name" ON "tag" (name);
CREATE UNIQUE INDEX "thumbnail_filename" ON "thumbnail" (filename);
CREATE INDEX "thumbnail_video_id" ON "thumbnail" ("videoId");
CREATE INDEX "thumbnail_video_playlist_id" ON "thumbnail" ("videoPlaylistId");
CREATE UNIQUE INDEX "tracker_url" ON "tracker" (url);
CREATE UNIQUE INDEX "upload_image_actor_id_type_width" ON "uploadImage" ("actorId", type, width);
CREATE UNIQUE INDEX "upload_image_filename" ON "uploadImage" (filename);
CREATE UNIQUE INDEX "user_email" ON "user" (email);
CREATE UNIQUE INDEX "user_username" ON "user" (username);
CREATE UNIQUE INDEX "user_export_filename" ON "userExport" (filename);
CREATE INDEX "user_export_user_id" ON "userExport" ("userId");
CREATE UNIQUE INDEX "user_import_filename" ON "userImport" (filename);
CREATE INDEX "user_import_user_id" ON "userImport" ("userId");
CREATE INDEX "user_notification_abuse_id" ON "userNotification" ("abuseId") WHERE ("abuseId" IS NOT NULL);
CREATE INDEX "user_notification_account_id" ON "userNotification" ("accountId") WHERE ("accountId" IS NOT NULL);
CREATE INDEX "user_notification_actor_follow_id" ON "userNotification" ("actorFollowId") WHERE ("actorFollowId" IS NOT NULL);
CREATE INDEX "user_notification_application_id" ON "userNotification" ("applicationId") WHERE ("applicationId" IS NOT NULL);
CREATE INDEX "user_notification_change_ownership_id" ON "userNotification" ("changeOwnershipId") WHERE ("changeOwnershipId" IS NOT NULL);
CREATE INDEX "user_notification_channel_collaborator_id" ON "userNotification" ("channelCollaboratorId") WHERE ("channelCollaboratorId" IS NOT NULL);
CREATE INDEX "user_notification_comment_id" ON "userNotification" ("commentId") WHERE ("commentId" IS NOT NULL);
CREATE INDEX "user_notification_plugin_id" ON "userNotification" ("pluginId") WHERE ("pluginId" IS NOT NULL);
CREATE INDEX "user_notification_user_id" ON "userNotification" ("userId");
CREATE INDEX "user_notification_user_registration_id" ON "userNotification" ("userRegistrationId") WHERE ("userRegistrationId" IS NOT NULL);
CREATE INDEX "user_notification_video_blacklist_id" ON "userNotification" ("videoBlacklistId") WHERE ("videoBlacklistId" IS NOT NULL);
CREATE INDEX "user_notification_video_caption_id" ON "userNotification" ("videoCaptionId") WHERE ("videoCaptionId" IS NOT NULL);
CREATE INDEX "user_notification_video_id" ON "userNotification" ("videoId") WHERE ("videoId" IS NOT NULL);
CREATE INDEX "user_notification_video_import_id" ON "userNotification" ("videoImportId") WHERE ("videoImportId" IS NOT NULL);
CREATE UNIQUE INDEX "user_notification_setting_user_id" ON "userNotificationSetting" ("userId");
CREATE UNIQUE INDEX "user_registration_channel_handle" ON "userRegistration" ("channelHandle");
CREATE UNIQUE INDEX "user_registration_email" ON "userRegistration" (email);
CREATE UNIQUE INDEX "user_registration_user_id" ON "userRegistration" ("userId");
CREATE UNIQUE INDEX "user_registration_username" ON "userRegistration" (username);
CREATE INDEX "user_video_history_user_id" ON "userVideoHistory" ("userId");
CREATE UNIQUE INDEX "user_video_history_user_id_video_id" ON "userVideoHistory" ("userId", "videoId");
CREATE INDEX "user_video_history_video_id" ON "userVideoHistory" ("videoId");
CREATE INDEX "video_category" ON "video" (category) WHERE (category IS NOT NULL);
CREATE INDEX "video_channel_id" ON "video" ("channelId");
CREATE INDEX "video_created_at" ON "video" ("createdAt");
CREATE INDEX "video_duration" ON "video" (duration);
CREATE INDEX "video_is_live" ON "video" ("isLive") WHERE ("isLive" = true);
CREATE INDEX "video_language" ON "video" (language) WHERE (language IS NOT NULL);
CREATE INDEX "video_licence" ON "video" (licence) WHERE (licence IS NOT NULL);
CREATE INDEX "video_name_trigram" ON "video" USING gin (lower(immutable_unaccent(name::text)) gin_trgm_ops);
CREATE INDEX "video_nsfw" ON "video" (nsfw) WHERE (nsfw = true);
CREATE INDEX "video_originally_published_at" ON "video" ("originallyPublishedAt") WHERE ("originallyPublishedAt" IS NOT NULL);
CREATE INDEX "video_published_at_id" ON "video" ("publishedAt", id);
CREATE INDEX "video_remote" ON "video" (remote) WHERE (remote = false);
CREATE UNIQUE INDEX "video_url" ON "video" (url);
CREATE UNIQUE INDEX "video_uuid" ON "video" (uuid);
CREATE INDEX "video_views_id" ON "video" (views, id);
CREATE INDEX "video_abuse_abuse_id" ON "videoAbuse" ("abuseId");
CREATE INDEX "video_abuse_video_id" ON "videoAbuse" ("videoId");
CREATE UNIQUE INDEX "video_automatic_tag_video_id_account_id_automatic_tag_id" ON "videoAutomaticTag" ("videoId", "accountId", "automaticTagId");
CREATE UNIQUE INDEX "video_blacklist_video_id" ON "videoBlacklist" ("videoId");
CREATE UNIQUE INDEX "video_caption_filename" ON "videoCaption" (filename);
CREATE INDEX "video_caption_video_id" ON "videoCaption" ("videoId");
CREATE UNIQUE INDEX "video_caption_video_id_language" ON "videoCaption" ("videoId", language);
CREATE INDEX "video_channel_account_id" ON "videoChannel" ("accountId");
CREATE INDEX "video_channel_name_trigram" ON "videoChannel" USING gin (lower(immutable_unaccent(name::text)) gin_trgm_ops);
CREATE INDEX "video_channel_activity_account_id" ON "videoChannelActivity" ("accountId");
CREATE INDEX "video_channel_activity_video_channel_id" ON "videoChannelActivity" ("videoChannelId");
CREATE INDEX "video_channel_activity_video_channel_sync_id" ON "videoChannelActivity" ("videoChannelSyncId") WHERE ("videoChannelSyncId" IS NOT NULL);
CREATE INDEX "video_channel_activity_video_id" ON "videoChannelActivity" ("videoId") WHERE ("videoId" IS NOT NULL);
CREATE INDEX "video_channel_activity_video_import_id" ON "videoChannelActivity" ("videoImportId") WHERE ("videoImportId" IS NOT NULL);
CREATE INDEX "video_channel_activity_video_playlist_id" ON "videoChannelActivity" ("videoPlaylistId") WHERE ("videoPlaylistId" IS NOT NULL);
CREATE UNIQUE INDEX "video_channel_collaborator_channel_id_account_id" ON "videoChannelCollaborator" ("channelId", "accountId");
CREATE INDEX "video_channel_sync_video_channel_id" ON "videoChannelSync" ("videoChannelId");
CREATE UNIQUE INDEX "video_chapter_video_id_timecode" ON "videoChapter" ("videoId", timecode);
CREATE INDEX "video_comment_account_id" ON "videoComment" ("accountId");
CREATE INDEX "video_comment_created_at" ON "videoComment" ("createdAt");
CREATE INDEX "video_comment_in_reply_to_comment_id" ON "videoComment" ("inReplyToCommentId");
CREATE UNIQUE INDEX "video_comment_url" ON "videoComment" (url);
CREATE INDEX "video_comment_video_id" ON "videoComment" ("videoId");
CREATE INDEX "video_comment_video_id_origin_comment_id" ON "videoComment" ("videoId", "originCommentId");
CREATE UNIQUE INDEX "video_embed_privacy_domain_domain_video_id" ON "videoEmbedPrivacyDomain" (domain, "videoId");
CREATE UNIQUE INDEX "video_file_filename" ON "videoFile" (filename);
CREATE INDEX "video_file_info_hash" ON "videoFile" ("infoHash");
CREATE UNIQUE INDEX "video_file_torrent_filename" ON "videoFile" ("torrentFilename");
CREATE UNIQUE INDEX "video_file_video_id_resolution_fps" ON "videoFile" ("videoId", resolution, fps) WHERE ("videoId" IS NOT NULL);
CREATE UNIQUE INDEX "video_file_video_streaming_playlist_id_resolution_fps" ON "videoFile" ("videoStreamingPlaylistId", resolution, fps) WHERE ("videoStreamingPlaylistId" IS NOT NULL);
CREATE INDEX "video_import_user_id" ON "videoImport" ("userId");
CREATE INDEX "video_import_video_channel_sync_id" ON "videoImport" ("videoChannelSyncId");
CREATE UNIQUE INDEX "video_import_video_id" ON "videoImport" ("videoId");
CREATE UNIQUE INDEX "videoJobInfo_videoId_key" ON "videoJobInfo" ("videoId");
CREATE INDEX "video_job_info_video_id" ON "videoJobInfo" ("videoId") WHERE ("videoId" IS NOT NULL);
CREATE UNIQUE INDEX "video_live_replay_setting_id" ON "videoLive" ("replaySettingId");
CREATE UNIQUE INDEX "video_live_video_id" ON "videoLive" ("videoId");
CREATE INDEX "video_live_schedule_live_video_id" ON "videoLiveSchedule" ("liveVideoId");
CREATE INDEX "video_live_schedule_start_at" ON "videoLiveSchedule" ("startAt");
CREATE INDEX "video_live_session_live_video_id" ON "videoLiveSession" ("liveVideoId");
CREATE UNIQUE INDEX "video_live_session_replay_setting_id" ON "videoLiveSession" ("replaySettingId");
CREATE UNIQUE INDEX "video_live_session_replay_video_id" ON "videoLiveSession" ("replayVideoId");
CREATE UNIQUE INDEX "video_password_video_id_password" ON "videoPassword" ("videoId", password);
CREATE INDEX "video_playlist_name_trigram" ON "videoPlaylist" USING gin (lower(immutable_unaccent(name::text)) gin_trgm_ops);
CREATE INDEX "video_playlist_owner_account_id" ON "videoPlaylist" ("ownerAccountId");
CREATE UNIQUE INDEX "video_playlist_url" ON "videoPlaylist" (url);
CREATE INDEX "video_playlist_video_channel_id" ON "videoPlaylist" ("videoChannelId");
CREATE UNIQUE INDEX "video_playlist_element_url" ON "videoPlaylistElement" (url);
CREATE INDEX "video_playlist_element_video_id" ON "videoPlaylistElement" ("videoId");
CREATE INDEX "video_playlist_element_video_playlist_id" ON "videoPlaylistElement" ("videoPlaylistId");
CREATE INDEX "video_redundancy_actor_id" ON "videoRedundancy" ("actorId");
CREATE INDEX "video_redundancy_expires_on" ON "videoRedundancy" ("expiresOn");
CREATE UNIQUE INDEX "video_redundancy_url" ON "videoRedundancy" (url);
CREATE INDEX "video_redundancy_video_streaming_playlist_id" ON "videoRedundancy" ("videoStreamingPlaylistId");
CREATE INDEX "video_share_actor_id" ON "videoShare" ("actorId");
CREATE UNIQUE INDEX "video_share_url" ON "videoShare" (url);
CREATE INDEX "video_share_video_id" ON "videoShare" ("videoId");
CREATE INDEX "video_source_created_at" ON "videoSource" ("createdAt");
CREATE UNIQUE INDEX "video_source_kept_original_filename" ON "videoSource" ("keptOriginalFilename");
CREATE INDEX "video_source_video_id" ON "videoSource" ("videoId");
CREATE INDEX "video_stat_start_date" ON "videoStat" ("startDate");
CREATE INDEX "video_stat_video_id" ON "videoStat" ("videoId");
CREATE INDEX "video_streaming_playlist_p2p_media_loader_infohashes" ON "videoStreamingPlaylist" USING gin ("p2pMediaLoaderInfohashes");
CREATE INDEX "video_streaming_playlist_video_id" ON "videoStreamingPlaylist" ("videoId");
CREATE UNIQUE INDEX "video_streaming_playlist_video_id_type" ON "videoStreamingPlaylist" ("videoId", type);
CREATE INDEX "video_tag_tag_id" ON "videoTag" ("tagId");
CREATE INDEX "video_tag_video_id" ON "videoTag" ("videoId");
CREATE INDEX "video_tracker_tracker_id" ON "videoTracker" ("trackerId");
CREATE INDEX "video_tracker_video_id" ON "videoTracker" ("videoId");
CREATE INDEX "watched_words_list_account_id" ON "watchedWordsList" ("accountId");
CREATE UNIQUE INDEX "watched_words_list_list_name_account_id" ON "watchedWordsList" ("listName", "accountId");

ALTER TABLE "abuse" ADD CONSTRAINT "abuse_reporterAccountId_fkey" FOREIGN KEY ("reporterAccountId") REFERENCES "account" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "abuse" ADD CONSTRAINT "abuse_flaggedAccountId_fkey" FOREIGN KEY ("flaggedAccountId") REFERENCES "account" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "abuseMessage" ADD CONSTRAINT "abuseMessage_abuseId_fkey" FOREIGN KEY ("abuseId") REFERENCES "abuse" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "abuseMessage" ADD CONSTRAINT "abuseMessage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "account" ADD CONSTRAINT "account_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accountAutomaticTagPolicy" ADD CONSTRAINT "accountAutomaticTagPolicy_automaticTagId_fkey" FOREIGN KEY ("automaticTagId") REFERENCES "automaticTag" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accountAutomaticTagPolicy" ADD CONSTRAINT "accountAutomaticTagPolicy_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accountBlocklist" ADD CONSTRAINT "accountBlocklist_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accountBlocklist" ADD CONSTRAINT "accountBlocklist_targetAccountId_fkey" FOREIGN KEY ("targetAccountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accountVideoRate" ADD CONSTRAINT "accountVideoRate_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accountVideoRate" ADD CONSTRAINT "accountVideoRate_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actor" ADD CONSTRAINT "actor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actor" ADD CONSTRAINT "actor_serverId_fkey" FOREIGN KEY ("serverId") REFERENCES "server" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actor" ADD CONSTRAINT "actor_videoChannelId_fkey" FOREIGN KEY ("videoChannelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actorCustomPage" ADD CONSTRAINT "actorCustomPage_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "actor" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actorFollow" ADD CONSTRAINT "actorFollow_targetActorId_fkey" FOREIGN KEY ("targetActorId") REFERENCES "actor" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actorFollow" ADD CONSTRAINT "actorFollow_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "actor" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actorImage" ADD CONSTRAINT "actorImage_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "actor" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "changeOwnership" ADD CONSTRAINT "changeOwnership_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "changeOwnership" ADD CONSTRAINT "changeOwnership_nextOwnerAccountId_fkey" FOREIGN KEY ("nextOwnerAccountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "changeOwnership" ADD CONSTRAINT "changeOwnership_videoChannelId_fkey" FOREIGN KEY ("videoChannelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "changeOwnership" ADD CONSTRAINT "changeOwnership_initiatorAccountId_fkey" FOREIGN KEY ("initiatorAccountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commentAbuse" ADD CONSTRAINT "commentAbuse_videoCommentId_fkey" FOREIGN KEY ("videoCommentId") REFERENCES "videoComment" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "commentAbuse" ADD CONSTRAINT "commentAbuse_abuseId_fkey" FOREIGN KEY ("abuseId") REFERENCES "abuse" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commentAutomaticTag" ADD CONSTRAINT "commentAutomaticTag_automaticTagId_fkey" FOREIGN KEY ("automaticTagId") REFERENCES "automaticTag" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commentAutomaticTag" ADD CONSTRAINT "commentAutomaticTag_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commentAutomaticTag" ADD CONSTRAINT "commentAutomaticTag_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "videoComment" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "localVideoViewer" ADD CONSTRAINT "localVideoViewer_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "localVideoViewerWatchSection" ADD CONSTRAINT "localVideoViewerWatchSection_localVideoViewerId_fkey" FOREIGN KEY ("localVideoViewerId") REFERENCES "localVideoViewer" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "oAuthToken" ADD CONSTRAINT "oAuthToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "oAuthToken" ADD CONSTRAINT "oAuthToken_oAuthClientId_fkey" FOREIGN KEY ("oAuthClientId") REFERENCES "oAuthClient" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "playerSetting" ADD CONSTRAINT "playerSetting_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "playerSetting" ADD CONSTRAINT "playerSetting_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "runner" ADD CONSTRAINT "runner_runnerRegistrationTokenId_fkey" FOREIGN KEY ("runnerRegistrationTokenId") REFERENCES "runnerRegistrationToken" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "runnerJob" ADD CONSTRAINT "runnerJob_runnerId_fkey" FOREIGN KEY ("runnerId") REFERENCES "runner" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "runnerJob" ADD CONSTRAINT "runnerJob_dependsOnRunnerJobId_fkey" FOREIGN KEY ("dependsOnRunnerJobId") REFERENCES "runnerJob" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "scheduleVideoUpdate" ADD CONSTRAINT "scheduleVideoUpdate_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "serverBlocklist" ADD CONSTRAINT "serverBlocklist_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "serverBlocklist" ADD CONSTRAINT "serverBlocklist_targetServerId_fkey" FOREIGN KEY ("targetServerId") REFERENCES "server" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "storyboard" ADD CONSTRAINT "storyboard_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "thumbnail" ADD CONSTRAINT "thumbnail_videoPlaylistId_fkey" FOREIGN KEY ("videoPlaylistId") REFERENCES "videoPlaylist" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "thumbnail" ADD CONSTRAINT "thumbnail_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "uploadImage" ADD CONSTRAINT "uploadImage_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "actor" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userExport" ADD CONSTRAINT "userExport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userImport" ADD CONSTRAINT "userImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_changeOwnershipId_fkey" FOREIGN KEY ("changeOwnershipId") REFERENCES "changeOwnership" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_videoImportId_fkey" FOREIGN KEY ("videoImportId") REFERENCES "videoImport" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_channelCollaboratorId_fkey" FOREIGN KEY ("channelCollaboratorId") REFERENCES "videoChannelCollaborator" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_videoCaptionId_fkey" FOREIGN KEY ("videoCaptionId") REFERENCES "videoCaption" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_userRegistrationId_fkey" FOREIGN KEY ("userRegistrationId") REFERENCES "userRegistration" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_pluginId_fkey" FOREIGN KEY ("pluginId") REFERENCES "plugin" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_actorFollowId_fkey" FOREIGN KEY ("actorFollowId") REFERENCES "actorFollow" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_abuseId_fkey" FOREIGN KEY ("abuseId") REFERENCES "abuse" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "videoComment" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotification" ADD CONSTRAINT "userNotification_videoBlacklistId_fkey" FOREIGN KEY ("videoBlacklistId") REFERENCES "videoBlacklist" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userNotificationSetting" ADD CONSTRAINT "userNotificationSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userRegistration" ADD CONSTRAINT "userRegistration_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "userVideoHistory" ADD CONSTRAINT "userVideoHistory_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "userVideoHistory" ADD CONSTRAINT "userVideoHistory_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "video" ADD CONSTRAINT "video_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoAbuse" ADD CONSTRAINT "videoAbuse_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoAbuse" ADD CONSTRAINT "videoAbuse_abuseId_fkey" FOREIGN KEY ("abuseId") REFERENCES "abuse" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoAutomaticTag" ADD CONSTRAINT "videoAutomaticTag_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoAutomaticTag" ADD CONSTRAINT "videoAutomaticTag_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoAutomaticTag" ADD CONSTRAINT "videoAutomaticTag_automaticTagId_fkey" FOREIGN KEY ("automaticTagId") REFERENCES "automaticTag" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoBlacklist" ADD CONSTRAINT "videoBlacklist_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoCaption" ADD CONSTRAINT "videoCaption_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoChannel" ADD CONSTRAINT "videoChannel_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoChannelActivity" ADD CONSTRAINT "videoChannelActivity_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoChannelActivity" ADD CONSTRAINT "videoChannelActivity_videoChannelId_fkey" FOREIGN KEY ("videoChannelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoChannelActivity" ADD CONSTRAINT "videoChannelActivity_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoChannelActivity" ADD CONSTRAINT "videoChannelActivity_videoPlaylistId_fkey" FOREIGN KEY ("videoPlaylistId") REFERENCES "videoPlaylist" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoChannelActivity" ADD CONSTRAINT "videoChannelActivity_videoChannelSyncId_fkey" FOREIGN KEY ("videoChannelSyncId") REFERENCES "videoChannelSync" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoChannelActivity" ADD CONSTRAINT "videoChannelActivity_videoImportId_fkey" FOREIGN KEY ("videoImportId") REFERENCES "videoImport" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoChannelCollaborator" ADD CONSTRAINT "videoChannelCollaborator_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoChannelCollaborator" ADD CONSTRAINT "videoChannelCollaborator_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoChannelSync" ADD CONSTRAINT "videoChannelSync_videoChannelId_fkey" FOREIGN KEY ("videoChannelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoChapter" ADD CONSTRAINT "videoChapter_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoComment" ADD CONSTRAINT "videoComment_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoComment" ADD CONSTRAINT "videoComment_originCommentId_fkey" FOREIGN KEY ("originCommentId") REFERENCES "videoComment" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoComment" ADD CONSTRAINT "videoComment_inReplyToCommentId_fkey" FOREIGN KEY ("inReplyToCommentId") REFERENCES "videoComment" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoComment" ADD CONSTRAINT "videoComment_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoEmbedPrivacyDomain" ADD CONSTRAINT "videoEmbedPrivacyDomain_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoFile" ADD CONSTRAINT "videoFile_videoStreamingPlaylistId_fkey" FOREIGN KEY ("videoStreamingPlaylistId") REFERENCES "videoStreamingPlaylist" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoFile" ADD CONSTRAINT "videoFile_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoImport" ADD CONSTRAINT "videoImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoImport" ADD CONSTRAINT "videoImport_videoChannelSyncId_fkey" FOREIGN KEY ("videoChannelSyncId") REFERENCES "videoChannelSync" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoImport" ADD CONSTRAINT "videoImport_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoJobInfo" ADD CONSTRAINT "videoJobInfo_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoLive" ADD CONSTRAINT "videoLive_replaySettingId_fkey" FOREIGN KEY ("replaySettingId") REFERENCES "videoLiveReplaySetting" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoLive" ADD CONSTRAINT "videoLive_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoLiveSchedule" ADD CONSTRAINT "videoLiveSchedule_liveVideoId_fkey" FOREIGN KEY ("liveVideoId") REFERENCES "videoLive" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoLiveSession" ADD CONSTRAINT "videoLiveSession_replayVideoId_fkey" FOREIGN KEY ("replayVideoId") REFERENCES "video" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoLiveSession" ADD CONSTRAINT "videoLiveSession_replaySettingId_fkey" FOREIGN KEY ("replaySettingId") REFERENCES "videoLiveReplaySetting" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoLiveSession" ADD CONSTRAINT "videoLiveSession_liveVideoId_fkey" FOREIGN KEY ("liveVideoId") REFERENCES "video" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoPassword" ADD CONSTRAINT "videoPassword_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoPlaylist" ADD CONSTRAINT "videoPlaylist_ownerAccountId_fkey" FOREIGN KEY ("ownerAccountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoPlaylist" ADD CONSTRAINT "videoPlaylist_videoChannelId_fkey" FOREIGN KEY ("videoChannelId") REFERENCES "videoChannel" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoPlaylistElement" ADD CONSTRAINT "videoPlaylistElement_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "videoPlaylistElement" ADD CONSTRAINT "videoPlaylistElement_videoPlaylistId_fkey" FOREIGN KEY ("videoPlaylistId") REFERENCES "videoPlaylist" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoRedundancy" ADD CONSTRAINT "videoRedundancy_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "actor" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoRedundancy" ADD CONSTRAINT "videoRedundancy_videoStreamingPlaylistId_fkey" FOREIGN KEY ("videoStreamingPlaylistId") REFERENCES "videoStreamingPlaylist" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoShare" ADD CONSTRAINT "videoShare_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "actor" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoShare" ADD CONSTRAINT "videoShare_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoSource" ADD CONSTRAINT "videoSource_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoStat" ADD CONSTRAINT "videoStat_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoStreamingPlaylist" ADD CONSTRAINT "videoStreamingPlaylist_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoTag" ADD CONSTRAINT "videoTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoTag" ADD CONSTRAINT "videoTag_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoTracker" ADD CONSTRAINT "videoTracker_trackerId_fkey" FOREIGN KEY ("trackerId") REFERENCES "tracker" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "videoTracker" ADD CONSTRAINT "videoTracker_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "video" (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "watchedWordsList" ADD CONSTRAINT "watchedWordsList_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account" (id) ON DELETE CASCADE ON UPDATE CASCADE;
