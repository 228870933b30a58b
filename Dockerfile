# Paperboy with what it needs to run and nothing else. Built in two stages: the first has pip,
# setuptools and the sources, the second gets the finished environment.

FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src

# Dependencies first: this layer stays while only the project's own code changes.
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /opt/paperboy \
 && /opt/paperboy/bin/pip install --require-hashes --only-binary :all: -r requirements.lock \
 && python -m pip install --require-hashes --only-binary :all: -r requirements-build.lock

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY cogs cogs
RUN python -m pip wheel --no-deps --no-index --no-build-isolation --wheel-dir /wheels . \
 && /opt/paperboy/bin/pip install --no-deps --no-index /wheels/*.whl \
 && /opt/paperboy/bin/pip uninstall --yes pip


FROM python:3.13-slim-bookworm
# A fixed number, so that whoever mounts a folder at /data knows whose it has to be.
RUN groupadd --gid 10001 paperboy \
 && useradd --uid 10001 --gid paperboy --no-create-home --home-dir /data --shell /usr/sbin/nologin paperboy \
 && install --directory --owner paperboy --group paperboy --mode 0700 /data
COPY --from=build /opt/paperboy /opt/paperboy

ENV PATH=/opt/paperboy/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PAPERBOY_DATABASE__PATH=/data/paperboy.db \
    PAPERBOY_HEALTH__HOST=0.0.0.0 \
    PAPERBOY_HEALTH__PORT=8080
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM

# urlopen raises, and so exits with 1, when nothing answers or the answer is not 2xx.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['PAPERBOY_HEALTH__PORT'] + '/healthz', timeout=4)"]

ENTRYPOINT ["paperboy"]
CMD ["run"]
