"""Settings of one newsroom, all from the environment; `.env.example` explains every name.

A `.env` file beside `manage.py` is read when there is one; what is set in the environment wins over it.
Nothing here knows of a machine: defaults give a working newsroom on SQLite under `var/`.
"""

import zoneinfo
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="only-for-development-on-this-machine" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is missing: set it in the environment or in .env (see .env.example).")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"] if DEBUG else [])
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is missing: name the newsroom's hosts, separated by commas.")

# The house

NEWSROOM_NAME = env.str("NEWSROOM_NAME", default="The Newsroom")
NEWSROOM_MOTTO = env.str("NEWSROOM_MOTTO", default="")
HOUSE_LANGUAGE = env.str("HOUSE_LANGUAGE", default="en")
HOUSE_TIME_ZONE = env.str("HOUSE_TIME_ZONE", default="UTC")
if HOUSE_TIME_ZONE not in zoneinfo.available_timezones():
    raise ImproperlyConfigured(f"HOUSE_TIME_ZONE {HOUSE_TIME_ZONE!r} is not a time zone such as Europe/Vienna.")

# Which rules of the gate only warn here, and which block, where that is not what articles/desk/gate.py says of them.
GATE_WARNS = env.list("GATE_WARNS", default=[])
GATE_BLOCKS = env.list("GATE_BLOCKS", default=[])

# Keys that seal who unnamed sources are: the first seals, all of them open, so that one can be changed for another.
SOURCE_KEYS = env.list("SOURCE_KEYS", default=[])
# Whether readers of live stories are told when a source that they rest on is withdrawn.
WITHDRAWN_SOURCE_NOTICE = env.bool("WITHDRAWN_SOURCE_NOTICE", default=True)
# What machines that mine texts are told of the house's own stories: allowed, or reserved.
AI_MINING = env.str("AI_MINING", default="reserved")
if AI_MINING not in ("allowed", "reserved"):
    raise ImproperlyConfigured(f"AI_MINING {AI_MINING!r} is neither “allowed” nor “reserved”.")

IMPORT_LIMIT_BYTES = env.int("IMPORT_LIMIT_BYTES", default=10_000_000)
IMPORT_UNPACKED_BYTES = env.int("IMPORT_UNPACKED_BYTES", default=2_000_000_000)
IMPORT_ALLOWED_HOSTS = env.list("IMPORT_ALLOWED_HOSTS", default=[])

# Parts

INSTALLED_APPS = [
    "newsroom.admin.NewsroomAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "csp",
    "bylines",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsroom.house.HouseTime",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    }
]

# Data. Readers have an alias of their own: nothing that answers them can write, whoever it logs in as.

DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}")
READERS_DATABASE_URL = env.str("READERS_DATABASE_URL", default=DATABASE_URL)


def database(url: str, *, read_only: bool) -> dict:
    """Django's settings of the database at `url`, with the options each engine needs to be safe under load."""
    config = env.db_url_config(url)
    if "sqlite" in config["ENGINE"]:
        VAR_DIR.mkdir(exist_ok=True)
        pragmas = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        # WAL lets readers and one writer work at once; IMMEDIATE makes writers queue instead of failing half-way.
        config["OPTIONS"] = {
            "timeout": 20,
            "init_command": pragmas + ("PRAGMA query_only=ON;" if read_only else ""),
            **({} if read_only else {"transaction_mode": "IMMEDIATE"}),
        }
        # A file, because the browser tests read from another thread than the one that writes.
        config["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    else:
        config["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
        config["CONN_HEALTH_CHECKS"] = True
        if read_only:
            given = config.setdefault("OPTIONS", {})
            # The views of `manage.py grant_roles`, where they are; a role that may not use them sees the tables.
            fixed = "-c default_transaction_read_only=on -c search_path=readers,public"
            given["options"] = f"{given.get('options', '')} {fixed}".strip()
    return config


DATABASES = {
    "default": database(DATABASE_URL, read_only=False),
    "readers": database(READERS_DATABASE_URL, read_only=True),
}
DATABASES["readers"].setdefault("TEST", {})["MIRROR"] = "default"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Words and times: stored in UTC, shown in the house's zone.

LANGUAGE_CODE = HOUSE_LANGUAGE
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = "newsroom.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]

# Files. Pictures lie under MEDIA_ROOT and have no address of their own: each is served by a view that asks who may.

MEDIA_ROOT = BASE_DIR / env.str("MEDIA_ROOT", default=str(VAR_DIR / "media"))
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# Mail and logs

vars().update(env.email_url("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="newsroom@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
SITE_URL = env.str("SITE_URL", default="").rstrip("/")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}

# Safety

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the body editor's dialogs read it
SECURE = env.bool("SECURE", default=not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
