-- Secrets of links that are sent by mail, hashed; a used or expired one is removed (spec 02 §3.3, §3.4).
CREATE TABLE sepiola."accountLink" (
  -- SHA-256 in hex
  "secretHash" text PRIMARY KEY,
  -- reset-password | verify-email | verify-pending-email | verify-registration
  "purpose" text NOT NULL,
  "userId" integer REFERENCES public."user" ("id") ON DELETE CASCADE,
  "registrationId" integer REFERENCES public."userRegistration" ("id") ON DELETE CASCADE,
  -- Where it was sent: it proves nothing about an address that the person took since.
  "email" text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  CHECK (("userId" IS NULL) <> ("registrationId" IS NULL))
);
CREATE INDEX "accountLink_userId" ON sepiola."accountLink" ("userId") WHERE "userId" IS NOT NULL;
CREATE INDEX "accountLink_registrationId" ON sepiola."accountLink" ("registrationId") WHERE "registrationId" IS NOT NULL;
CREATE INDEX "accountLink_expiresAt" ON sepiola."accountLink" ("expiresAt");

-- Second factors that wait for their first code (spec 02 §3.5).
CREATE TABLE sepiola."twoFactorRequest" (
  "tokenHash" text PRIMARY KEY,
  "userId" integer NOT NULL REFERENCES public."user" ("id") ON DELETE CASCADE,
  -- Encrypted as in "user"."otpSecret".
  "otpSecret" text NOT NULL,
  "expiresAt" timestamptz NOT NULL
);
CREATE INDEX "twoFactorRequest_userId" ON sepiola."twoFactorRequest" ("userId");
CREATE INDEX "twoFactorRequest_expiresAt" ON sepiola."twoFactorRequest" ("expiresAt");
